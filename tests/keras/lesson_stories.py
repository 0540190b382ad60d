# Stories with questions out of an archive, and a network that writes letter by letter.
import functools
import io
import re
import tarfile
import tempfile
import numpy as np
import keras
from keras import layers, models
from tensorflow.keras.preprocessing import sequence
folder = tempfile.mkdtemp()
def tokenize(sent): return [x.strip() for x in re.split(r'(\W+)',sent) if x.strip()]
print(tokenize('Bob dropped the apple. Where is the apple?'))
def parse_stories(lines,only_supporting=False):
    data=[]; story=[]
    for line in lines:
        line=line.decode('utf-8').strip(); nid,line=line.split(' ',1); nid=int(nid)
        if nid==1: story=[]
        if '\t' in line:
            q,a,supporting=line.split('\t'); q=tokenize(q)
            if only_supporting: supporting=map(int,supporting.split()); substory=[story[i-1] for i in supporting]
            else: substory=[x for x in story if x]
            data.append((substory,q,a)); story.append('')
        else: story.append(tokenize(line))
    return data
lines=[b"1 Mary moved to the bathroom.\n",b"2 John went to the hallway.\n",b"3 Where is Mary? \tbathroom\t1\n",b"4 Daniel went back to the hallway.\n",b"5 Where is Daniel? \thallway\t4\n"]
tp=folder+"/babi.tar.gz"; 
with tarfile.open(tp,"w:gz") as tar:
    raw=b"".join(lines); info=tarfile.TarInfo("tasks/qa1_train.txt"); info.size=len(raw); tar.addfile(info,io.BytesIO(raw))
with tarfile.open(tp) as tar:
    f=tar.extractfile("tasks/qa1_train.txt"); data=parse_stories(f.readlines())
train=[(functools.reduce(lambda x,y:x+y,s),q,a) for s,q,a in data]; print(train[0])
vocab=set()
for story,q,answer in train: vocab|=set(story+q+[answer])
vocab=sorted(vocab); vs=len(vocab)+1; wi=dict((c,i+1) for i,c in enumerate(vocab)); X=sequence.pad_sequences([[wi[w] for w in s] for s,q,a in train],maxlen=14); print(vs,X[0])
# lstm_text_generation
text=("the quick brown fox jumps over the lazy dog. "*6).lower(); chars=sorted(list(set(text))); ci=dict((c,i) for i,c in enumerate(chars)); ic=dict((i,c) for i,c in enumerate(chars)); maxlen=10; step=3; sentences=[]; nexts=[]
for i in range(0,len(text)-maxlen,step): sentences.append(text[i:i+maxlen]); nexts.append(text[i+maxlen])
x=np.zeros((len(sentences),maxlen,len(chars)),dtype=bool); y=np.zeros((len(sentences),len(chars)),dtype=bool)
for i,s in enumerate(sentences):
    for t,ch in enumerate(s): x[i,t,ci[ch]]=1
    y[i,ci[nexts[i]]]=1
print(x.shape,y.shape,x.sum())
def sample(preds,temperature=1.0):
    preds=np.asarray(preds).astype('float64'); preds=np.log(preds)/temperature; e=np.exp(preds); preds=e/np.sum(e); return np.argmax(np.random.multinomial(1,preds,1))
np.random.seed(1); print([int(sample(np.ones(5)/5,.5)) for _ in range(6)])
model=models.Sequential([keras.Input((maxlen,len(chars))),layers.LSTM(6),layers.Dense(len(chars),activation='softmax')]); model.compile(loss='categorical_crossentropy',optimizer=keras.optimizers.RMSprop(learning_rate=0.01)); cb=keras.callbacks.LambdaCallback(on_epoch_end=lambda e,logs: print('epoch',e,sorted(logs))); model.fit(x,y,batch_size=16,epochs=1,callbacks=[cb],verbose=0)
gen=''; sentence=text[3:13]
for i in range(5):
    xp=np.zeros((1,maxlen,len(chars)))
    for t,ch in enumerate(sentence): xp[0,t,ci[ch]]=1.
    preds=model.predict(xp,verbose=0)[0]; nc=ic[int(np.argmax(preds))]; gen+=nc; sentence=sentence[1:]+nc
print(len(gen), preds.shape)
