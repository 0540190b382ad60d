# Lines and comma-separated values of files in tf.data.
import os
import tempfile
import gzip
import numpy as np
import tensorflow as tf

d = tempfile.mkdtemp()
for name, text in (("a.txt", "one\ntwo\n\nthree\n"), ("b.txt", "x\r\ny"), ("c.csv", 'age,fare,sex,ok\n22,7.25,male,0\n38,71.5,female,1\n,8.0,"a,b",1\n')):
    with open(f"{d}/{name}", "w", newline="") as file:
        file.write(text)
with gzip.open(d + "/z.gz", "wb") as file:
    file.write(b"p\nq\n")
T = tf.data.TextLineDataset
print(list(T(d + "/a.txt").as_numpy_iterator()), list(T([d + "/a.txt", d + "/b.txt"]).skip(1).as_numpy_iterator()), list(T(d + "/z.gz", compression_type="GZIP").as_numpy_iterator()))
print(T(d + "/a.txt"), [os.path.basename(v.decode()) for v in tf.data.Dataset.list_files(d + "/*.txt", shuffle=False).as_numpy_iterator()], len(tf.data.Dataset.list_files(d + "/*.txt")))
for row in tf.data.experimental.CsvDataset(d + "/c.csv", [tf.constant([0], tf.int32), 0.0, "", tf.int32], header=True).as_numpy_iterator():
    print(row)
for row in tf.data.experimental.CsvDataset(d + "/c.csv", [0.0, tf.int32], header=True, select_cols=[1, 3]).as_numpy_iterator():
    print(row)
data = tf.data.experimental.make_csv_dataset(d + "/c.csv", batch_size=2, label_name="ok", num_epochs=1, shuffle=False)
print(data.element_spec)
for x, y in data:
    print({k: v.numpy().tolist() for k, v in x.items()}, y.numpy())
part = tf.data.experimental.make_csv_dataset(d + "/c.csv", 3, select_columns=["age", "sex"], column_defaults=[tf.constant([7]), ""], num_epochs=2, shuffle=False)
print([{k: v.numpy().tolist() for k, v in row.items()} for row in part])
print(tf.io.decode_csv(["1,2.5,x", "3,4.5,y"], [[0], [0.0], [""]]), tf.io.decode_csv("1,,3", [0, 9, 0], select_cols=[0, 1, 2]))
tf.io.write_file(d + "/new/w.txt", "written")
print(tf.io.read_file(d + "/new/w.txt"), [os.path.basename(p.decode()) for p in tf.io.matching_files(d + "/*.txt").numpy()])
g = tf.io.gfile
with g.GFile(d + "/new/w.txt") as file:
    print(file.read())
g.makedirs(d + "/m/n")
g.mkdir(d + "/k")
g.copy(d + "/a.txt", d + "/k/a.txt")
g.rename(d + "/k/a.txt", d + "/k/b.txt")
print(g.exists(d + "/k/b.txt"), g.isdir(d), sorted(g.listdir(d + "/k")), [os.path.basename(p) for p in g.glob(d + "/*.csv")], g.join("a", "b"), len(list(g.walk(d + "/m"))))
g.remove(d + "/k/b.txt")
g.rmtree(d + "/m")
print(g.exists(d + "/m"), g.listdir(d + "/k"))
