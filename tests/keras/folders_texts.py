# Folders of texts, and lines of files: the steps of the lessons on text classification.
import collections
import os
import re
import shutil
import string
import tempfile
import tensorflow as tf

base = tempfile.mkdtemp()
words = {"pos": ["great movie", "I loved it <br />really", "wonderful acting and story", "the best film ever"],
         "neg": ["terrible film", "I hated it", "boring <br /> and slow", "the worst acting"]}
for part in ("train", "test"):
    for kind in words:
        os.makedirs(f"{base}/{part}/{kind}")
        for i in range(12):
            with open(f"{base}/{part}/{kind}/{i}_{i % 10}.txt", "w") as file:
                file.write(words[kind][i % 4] + f" {i}!")
    os.makedirs(f"{base}/{part}/unsup")
    shutil.rmtree(f"{base}/{part}/unsup")
read = tf.keras.utils.text_dataset_from_directory
train = read(base + "/train", batch_size=5, validation_split=0.2, subset="training", seed=42)
print(train.element_spec, train.class_names, len(train))
for texts, labels in train.take(1):
    print(texts.shape, texts.dtype, labels.dtype)
valid = read(base + "/train", batch_size=5, validation_split=0.2, subset="validation", seed=42)
print(sorted(t for ts, _ in valid for t in ts.numpy().tolist()))
test = read(base + "/test", batch_size=5, shuffle=False, max_length=9)
for texts, labels in test.take(2):
    print(texts.numpy().tolist(), labels.numpy())


def standard(data):
    plain = tf.strings.regex_replace(tf.strings.lower(data), "<br />", " ")
    return tf.strings.regex_replace(plain, "[%s]" % re.escape(string.punctuation), "")


print(standard(tf.constant(["Hi <br />THERE, it's!"])), standard("A-B_C").numpy())
mapped = test.map(lambda x, y: (standard(x), y)).cache().prefetch(buffer_size=tf.data.AUTOTUNE)
print(mapped.element_spec, next(iter(mapped))[0].numpy().tolist())
binary = read(base + "/test", label_mode="binary", shuffle=False, batch_size=3, class_names=["pos", "neg"])
print(next(iter(binary))[1].numpy().tolist(), next(iter(read(base + "/test", label_mode=None, shuffle=False, batch_size=None, verbose=False))))
print(next(iter(read(base + "/test", label_mode="categorical", shuffle=False, batch_size=2)))[1])
lines = base + "/lines.txt"
with open(lines, "w") as file:
    file.write("Achilles sing, O Goddess!\nPeleus' son;\nHis wrath pernicious\n")
labelled = tf.data.TextLineDataset(lines).map(lambda line: (line, tf.cast(0, tf.int64)))
labelled = labelled.concatenate(tf.data.TextLineDataset(lines).skip(1).map(lambda line: (line, tf.cast(1, tf.int64))))
for line, label in labelled:
    print(line.numpy(), label.numpy())
tokens = labelled.map(lambda x, y: tf.strings.split(tf.strings.regex_replace(tf.strings.lower(x), r"[^a-z' ]", "")))
counts = collections.Counter(word for row in tokens.as_numpy_iterator() for word in row)
print(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:3])
