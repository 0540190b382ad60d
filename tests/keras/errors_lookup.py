# Errors of the layers that make numbers of texts and of numbers.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Sequential

words = np.array(["a", "b", "c", "a"])


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        text = str(error)
        if "\x1b[1m" in text:  # what Keras wraps into "Exception encountered when calling ..." is the message
            text = text.partition("\x1b[1m")[2].partition("\x1b[0m")[0]
        print(source, type(error).__name__, text)


for source in ("layers.StringLookup(max_tokens=1)", "layers.StringLookup(max_tokens=0)",
               "layers.IntegerLookup(max_tokens=1)", "layers.TextVectorization(max_tokens=1)",
               "layers.StringLookup(output_mode='some')", "layers.IntegerLookup(output_mode='some')",
               "layers.TextVectorization(output_mode='some')",
               "layers.StringLookup(vocabulary=['a', 'b'], output_mode='tf_idf')",
               "layers.StringLookup(output_mode='tf_idf').set_vocabulary(['a', 'b'])",
               "layers.TextVectorization(output_mode='tf_idf').set_vocabulary(['a', 'b'])",
               "layers.StringLookup(vocabulary=['a', 'b', 'a'])", "layers.TextVectorization(split='line')",
               "layers.TextVectorization(split=5)", "layers.TextVectorization(standardize='upper')",
               "layers.TextVectorization(ngrams='two')", "layers.TextVectorization(ngrams=2.5)",
               "layers.TextVectorization(ngrams=(1, 2.5))", "layers.TextVectorization(output_sequence_length=2.5)",
               "layers.TextVectorization(output_sequence_length='five')",
               "layers.TextVectorization(output_mode='count', output_sequence_length=5)",
               "layers.TextVectorization(output_mode='multi_hot', output_sequence_length=5)",
               "layers.TextVectorization(vocabulary=['a', 'b'])(np.array([['a', 'b'], ['b', 'c']]))",
               "layers.TextVectorization(vocabulary=['a', 'b'])(np.array([[['a']], [['b']]]))",
               "layers.StringLookup()(words)", "layers.TextVectorization()(words)",
               "layers.IntegerLookup()(np.array([1, 2]))",
               "layers.Discretization(bin_boundaries=[0.0, 1.0], num_bins=3)", "layers.Discretization()",
               "layers.Discretization(num_bins=-1)", "layers.Discretization(bin_boundaries=[0.0], output_mode='some')",
               "layers.StringLookup(vocabulary=['a', 'b'])(words)"):
    attempt(source)
text = layers.TextVectorization(max_tokens=5, output_sequence_length=2)
text.adapt(words)
model = Sequential([Input((2,)), layers.Embedding(5, 2), layers.Flatten(), layers.Dense(1)])
model.compile("sgd", "mse")
print(len(model.fit(text(words), np.zeros((4, 1)), verbose=0).history["loss"]))
