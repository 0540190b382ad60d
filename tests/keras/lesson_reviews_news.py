# close
# Reviews, news and prices of houses: the first networks of a course, and old examples.
import json
import os
import tempfile
import numpy as np
folder=tempfile.mkdtemp(); os.makedirs(folder+"/datasets"); os.environ["KERAS_HOME"]=folder
import keras
from keras.datasets import imdb, reuters, boston_housing
try:
    from keras.src.datasets import imdb as a, reuters as b, boston_housing as c
    for each in (a,b,c): each.get_file=lambda fname,**o: os.path.join(folder,"datasets",fname)
except ImportError: pass
draw=np.random.RandomState(0)
def texts(n):
    made=np.empty(n,dtype=object)
    for p in range(n): made[p]=[int(w) for w in draw.randint(1,60,draw.randint(5,30))]
    return made
np.savez(folder+"/datasets/imdb.npz",x_train=texts(40),y_train=draw.randint(0,2,40),x_test=texts(20),y_test=draw.randint(0,2,20))
np.savez(folder+"/datasets/reuters.npz",x=texts(50),y=draw.randint(0,5,50))
np.savez(folder+"/datasets/boston_housing.npz",x=draw.rand(30,13),y=draw.rand(30)*40)
json.dump({w:i+1 for i,w in enumerate("the and a of to is br in it i this that was as for with movie".split())},open(folder+"/datasets/imdb_word_index.json","w"))
(train_data,train_labels),(test_data,test_labels)=imdb.load_data(num_words=50)
print(train_data[0],train_labels[0],max([max(s) for s in train_data]))
word_index=imdb.get_word_index(); rev=dict([(v,k) for (k,v) in word_index.items()]); print(' '.join([rev.get(i-3,'?') for i in train_data[0]]))
def vectorize_sequences(sequences,dimension=50):
    results=np.zeros((len(sequences),dimension))
    for i,sequence in enumerate(sequences): results[i,sequence]=1.
    return results
x_train=vectorize_sequences(train_data); x_test=vectorize_sequences(test_data); y_train=np.asarray(train_labels).astype('float32'); print(x_train[0][:12],x_train.sum())
from keras import models, layers
model=models.Sequential(); model.add(keras.Input((50,))); model.add(layers.Dense(4,activation='relu')); model.add(layers.Dense(1,activation='sigmoid'))
model.compile(optimizer='rmsprop',loss='binary_crossentropy',metrics=['accuracy']); h=model.fit(x_train[10:],y_train[10:],epochs=2,batch_size=8,validation_data=(x_train[:10],y_train[:10]),verbose=0); print(h.history.keys())
# 3.5
(tr,tl),(te,tel)=reuters.load_data(num_words=40); print(len(tr),len(te),tr[3][:4])
def to_one_hot(labels,dimension=5):
    results=np.zeros((len(labels),dimension))
    for i,label in enumerate(labels): results[i,label]=1.
    return results
print(to_one_hot(tl).sum(0)); from keras.utils import to_categorical; print(to_categorical(tl).shape, len(reuters.get_label_names()))
# 3.6
(td,tt),(sd,st)=boston_housing.load_data(); mean=td.mean(axis=0); td-=mean; std=td.std(axis=0); td/=std; print(td.shape,sd.shape,tt[:3].round(2))
# imdb_lstm, reuters_mlp
from tensorflow.keras.preprocessing import sequence
from tensorflow.keras.preprocessing.text import Tokenizer
(x_train,y_train),(x_test,y_test)=imdb.load_data(num_words=50); print(len(x_train),'train sequences'); x_train=sequence.pad_sequences(x_train,maxlen=12); x_test=sequence.pad_sequences(x_test,maxlen=12); print('x_train shape:',x_train.shape); print(x_train[1])
model=models.Sequential([keras.Input((12,)),layers.Embedding(50,6),layers.LSTM(4,dropout=0.2),layers.Dense(1,activation='sigmoid')]); model.compile(loss='binary_crossentropy',optimizer='adam',metrics=['accuracy']); model.fit(x_train,y_train,batch_size=16,epochs=1,validation_data=(x_test,y_test),verbose=0); print(len(model.evaluate(x_test,y_test,batch_size=16,verbose=0)))
(x_train,y_train),(x_test,y_test)=reuters.load_data(num_words=40,test_split=0.2); num_classes=np.max(y_train)+1; print(num_classes,'classes'); tk=Tokenizer(num_words=40); xm=tk.sequences_to_matrix(x_train,mode='binary'); print(xm.shape,xm.sum())
print(np.mean([len(s) for s in imdb.load_data()[0][0]]).round(2), list(map(len,imdb.load_data(maxlen=20)[0][0]))[:5])
# n-grams of imdb_fasttext
def create_ngram_set(input_list,ngram_value=2): return set(zip(*[input_list[i:] for i in range(ngram_value)]))
print(sorted(create_ngram_set([1,4,9,4,1,4],ngram_value=2)))
