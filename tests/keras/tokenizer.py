# close
# Texts as numbers, as tf.keras still has it.
from tensorflow.keras.preprocessing.text import Tokenizer, text_to_word_sequence

texts = ["The cat sat on the mat.", "The dog ate my homework, the cat too!", "a cat"]
t = Tokenizer(num_words=6, oov_token="<OOV>")
t.fit_on_texts(texts)
print(t.word_index)
print(dict(t.word_counts), t.document_count)
print(t.texts_to_sequences(["the cat ate a fish", "unknown words"]))
print(t.sequences_to_texts([[2, 3, 1]]), dict(t.word_docs) == {"on": 1, "sat": 1, "the": 2, "cat": 3, "mat": 1, "my": 1,
                                                               "ate": 1, "dog": 1, "too": 1, "homework": 1, "a": 1})
for mode in ("binary", "count", "freq"):
    print(t.texts_to_matrix(texts, mode=mode).tolist())
print((t.texts_to_matrix(texts, mode="tfidf") / 4).round(4).tolist())
c = Tokenizer(char_level=True, lower=False)
c.fit_on_texts(["abca"])
print(c.word_index, c.texts_to_sequences(["cab!"]))
print(text_to_word_sequence("Hello, World! x", lower=False))
