# Errors of Keras 2's Tokenizer and of its files of texts.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
try:
    from keras.preprocessing.text import Tokenizer
except ImportError:
    from keras.src.legacy.preprocessing.text import Tokenizer
from keras.utils import split_dataset, get_file
try:
    from keras.preprocessing.sequence import TimeseriesGenerator
except ImportError:
    from keras.src.legacy.preprocessing.sequence import TimeseriesGenerator
import contextlib
import io
import pathlib
import tempfile

folder = tempfile.mkdtemp()
pathlib.Path(folder, "here.txt").write_text("some text")
address = "file://" + folder + "/here.txt"


class Thing:
    def __repr__(self):
        return "<thing>"


def attempt(source):
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # the bar of a download
            result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        print(source, type(error).__name__, str(error).replace(folder, "<folder>"))


fitted = Tokenizer()
fitted.fit_on_texts(["a b c", "a b"])
seen = Tokenizer(num_words=5)
for source in ("Tokenizer(nothing=5)", "Tokenizer().texts_to_matrix(['a'])", "Tokenizer().sequences_to_matrix([[1]])",
               "seen.sequences_to_matrix([[1]], mode='tfidf')", "fitted.texts_to_matrix(['a b'], mode='some')",
               "fitted.texts_to_matrix(['a b'], mode='tfidf')", "split_dataset([], left_size=1)",
               "split_dataset((), left_size=1)", "split_dataset([1, 2, 3])", "split_dataset(5, left_size=1)",
               "get_file('here.txt')", "get_file(origin='file:///no/such/place.txt', cache_dir=folder)",
               "get_file(origin='')", "get_file(origin='http://host/')",
               "get_file('here.txt', origin=address, cache_dir=folder)",
               "get_file('here.txt', origin=address, cache_dir=folder, file_hash='0' * 32)",
               "get_file('here.txt', origin=address, cache_dir=folder, file_hash='0' * 64)",
               "get_file('here.txt', origin=address, cache_dir=folder, md5_hash='0' * 32)",
               "TimeseriesGenerator([Thing()], [5], 1).get_config()",
               "TimeseriesGenerator([1, 2, 3], [Thing(), 5, 6], 1).get_config()", "fitted.texts_to_sequences(['a'])"):
    attempt(source)
