# Tables as datasets, feature by feature and by tf.data's own readers.
import itertools
import tempfile
import numpy as np
import pandas as pd
import tensorflow as tf
from tensorflow.keras import layers
np.set_printoptions(precision=3, suppress=True)
d=tempfile.mkdtemp(); r=np.random.RandomState(0)
n=12
df=pd.DataFrame({"Length":r.rand(n).round(3),"Diameter":r.rand(n).round(3),"Age":r.randint(1,20,n)})
df.to_csv(d+"/abalone.csv",index=False)
train=pd.read_csv(d+"/abalone.csv",names=["Length","Diameter","Age"],header=0); f=train.copy(); labels=f.pop('Age'); f=np.array(f); print(f.shape, f.dtype)
norm=layers.Normalization(); norm.adapt(f)
tf.keras.utils.set_random_seed(0)
m=tf.keras.Sequential([norm,layers.Dense(4),layers.Dense(1)]); m.compile(loss=tf.keras.losses.MeanSquaredError(),optimizer=tf.keras.optimizers.Adam()); print(len(m.fit(f,labels,epochs=2,verbose=0).history['loss']))
t=pd.DataFrame({"survived":r.randint(0,2,n),"sex":[["male","female"][i%2] for i in range(n)],"age":r.randint(1,80,n).astype(float),"fare":(r.rand(n)*50).round(2),"class":[["First","Second","Third"][i%3] for i in range(n)]}); t.to_csv(d+"/titanic.csv",index=False)
titanic=pd.read_csv(d+"/titanic.csv"); tf_=titanic.copy(); tl=tf_.pop('survived'); fd={name:np.array(value) for name,value in tf_.items()}; print({k:(v.dtype.kind,v.shape) for k,v in fd.items()})
ex={name:values[:1] for name,values in fd.items()}; print(ex)
def slices(features):
    for i in itertools.count():
        example={name:values[i] for name,values in features.items()}; yield example
for e in slices(fd):
    for name,value in e.items(): print(f"{name:19s}: {value}")
    break
fds=tf.data.Dataset.from_tensor_slices(fd)
for e in fds:
    for name,value in e.items(): print(f"{name:19s}: {value}")
    break
ds=tf.data.Dataset.from_tensor_slices((fd,tl)); b=ds.shuffle(len(tl)).batch(4); print(b.element_spec)
csv=tf.data.experimental.make_csv_dataset(d+"/titanic.csv",batch_size=5,label_name='survived',num_epochs=1,ignore_errors=False,shuffle=False)
for batch,label in csv.take(1):
    for key,value in batch.items(): print(f"{key:20s}: {value}")
    print(); print(f"{'label':20s}: {label}")
csv2=tf.data.experimental.make_csv_dataset(d+"/titanic.csv",batch_size=3,select_columns=['survived','age','class'],column_defaults=[tf.int32,tf.float32,tf.string],label_name='survived',num_epochs=2,shuffle=False); print(sum(1 for _ in csv2), csv2.element_spec)
text=open(d+"/titanic.csv").read(); lines=text.split('\n')[1:-1]; types=[int(),str(),float(),float(),str()]
feats=tf.io.decode_csv(lines,record_defaults=types)
for x in feats: print(f"type: {x.dtype.name}, shape: {x.shape}")
simple=tf.data.experimental.CsvDataset(d+"/titanic.csv",record_defaults=types,header=True)
for e in simple.take(1): print([x.numpy() for x in e])
def decode(line): return tf.io.decode_csv(line,types)
dd=tf.data.TextLineDataset(d+"/titanic.csv").map(decode) if False else tf.data.TextLineDataset(d+"/titanic.csv").skip(1).map(decode)
for e in dd.take(1): print([x.numpy() for x in e])
for i in range(3): df.iloc[i*4:i*4+4].to_csv(f"{d}/font_{i}.csv",index=False)
fc=tf.data.experimental.make_csv_dataset(file_pattern=d+"/font_*.csv",batch_size=10,num_epochs=1,num_parallel_reads=20,shuffle_buffer_size=10000); [print(k,v.shape) for feat in fc.take(1) for k,v in feat.items()]
