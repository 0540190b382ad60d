# Words as numbers: skipgrams, sampling tables, tokenizers from JSON, hashing.
import random
import numpy as np
from tensorflow.keras.preprocessing.sequence import skipgrams, make_sampling_table
from tensorflow.keras.preprocessing.text import Tokenizer, one_hot, text_to_word_sequence, hashing_trick, tokenizer_from_json

random.seed(4)
print(skipgrams([1, 2, 3, 0, 4], 6, window_size=2, seed=7))
random.seed(1)
print(skipgrams([1, 2, 3], 5, window_size=1, negative_samples=0, shuffle=False, categorical=True))
random.seed(2)
print(skipgrams([1, 2, 3, 4, 5, 6], 8, 1, sampling_table=make_sampling_table(8, 0.01), shuffle=False))
random.seed(9)
print(skipgrams(list(range(1, 6)), 9)[0][:6], make_sampling_table(6).round(6))
print(text_to_word_sequence("Hello, big World! don't", lower=False), hashing_trick("the cat the", 20, "md5"), hashing_trick("a bb ccc", 10, len))
words = Tokenizer()
words.fit_on_texts(["a b a", "c a"])
again = tokenizer_from_json(words.to_json())
print(words.to_json() == again.to_json(), again.word_index, again.index_word, again.document_count)
print(again.texts_to_matrix(["a c", "b b"], mode="tfidf").round(4).tolist(), len(one_hot("a b c", 10)), one_hot("a a", 9)[0] == one_hot("a", 9)[0])
words.fit_on_sequences([[1, 2], [1]])
print(words.index_docs[1], list(words.sequences_to_texts_generator([[1, 2]])), list(words.texts_to_sequences_generator(["c b"])))
