# Words as vectors by hand and by Tokenizer, reviews in folders, vectors of words from a file.
import os
import string
import tempfile
import numpy as np
d = tempfile.mkdtemp()
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.utils import to_categorical
samples=['The cat sat on the mat.','The dog ate my homework.']
token_index={}
for sample in samples:
    for word in sample.split():
        if word not in token_index: token_index[word]=len(token_index)+1
max_length=10; results=np.zeros((len(samples),max_length,max(token_index.values())+1))
for i,sample in enumerate(samples):
    for j,word in list(enumerate(sample.split()))[:max_length]: results[i,j,token_index.get(word)]=1.
print(results.shape,results.sum())
characters=string.printable; ti=dict(zip(range(1,len(characters)+1),characters)); print(len(ti))
tokenizer=Tokenizer(num_words=1000); tokenizer.fit_on_texts(samples); print(tokenizer.texts_to_sequences(samples)); print(tokenizer.texts_to_matrix(samples,mode='binary').shape); print('Found %s unique tokens.'%len(tokenizer.word_index))
imdb_dir=d+"/aclImdb"
for part in ("train",):
    for lt in ("neg","pos"):
        os.makedirs(f"{imdb_dir}/{part}/{lt}")
        for i in range(6): open(f"{imdb_dir}/{part}/{lt}/{i}.txt","w").write(f"{lt} film number {i} was {'good' if lt=='pos' else 'bad'}")
labels=[]; texts=[]
for label_type in ['neg','pos']:
    dir_name=os.path.join(imdb_dir,'train',label_type)
    for fname in sorted(os.listdir(dir_name)):
        if fname[-4:]=='.txt':
            f=open(os.path.join(dir_name,fname)); texts.append(f.read()); f.close()
            if label_type=='neg': labels.append(0)
            else: labels.append(1)
tokenizer=Tokenizer(num_words=100); tokenizer.fit_on_texts(texts); seqs=tokenizer.texts_to_sequences(texts); data=pad_sequences(seqs,maxlen=8); labels=np.asarray(labels); print('Shape of data tensor:',data.shape); print('Shape of label tensor:',labels.shape); print(data[0])
np.random.seed(0); indices=np.arange(data.shape[0]); np.random.shuffle(indices); data=data[indices]; labels=labels[indices]; print(labels)
g=open(d+"/glove.txt","w"); [g.write(w+" "+" ".join(f"{v:.2f}" for v in np.random.RandomState(len(w)).rand(4))+"\n") for w in ("film","good","bad","number")]; g.close()
ei={}
f=open(d+"/glove.txt")
for line in f:
    values=line.split(); ei[values[0]]=np.asarray(values[1:],dtype='float32')
f.close(); print('Found %s word vectors.'%len(ei)); em=np.zeros((20,4))
for word,i in tokenizer.word_index.items():
    v=ei.get(word)
    if i<20 and v is not None: em[i]=v
print(em.sum(0).round(3))
