# close
import numpy as np, keras, tensorflow as tf
from keras import layers
rs=np.random.RandomState(0)
def setw(m):
    m.set_weights([rs.randn(*w.shape).astype('float32')*.3 for w in m.get_weights()])
x=np.array([[1,2,0,0],[3,0,4,0],[5,6,7,8]])
y=np.array([[0.],[1.],[0.5]],dtype='float32')
m=keras.Sequential([layers.Input((4,)),layers.Embedding(10,3,mask_zero=True),layers.LSTM(4,return_sequences=True),layers.LSTM(3),layers.Dense(1)])
setw(m)
print(np.round(m.predict(x,verbose=0),5)); print(np.round(np.array(m(x)),5))
m.compile(loss='mse',optimizer='sgd'); print(round(m.evaluate(x,y,verbose=0),5))
with tf.GradientTape() as t:
    l=tf.reduce_mean(tf.square(m(x)-y))
g=t.gradient(l,m.trainable_weights)
print(round(float(l),5),[round(float(tf.reduce_sum(tf.abs(tf.convert_to_tensor(a)))),4) for a in g])
i=layers.Input((4,)); e=layers.Embedding(10,3,mask_zero=True)(i); h=layers.GRU(2,return_sequences=True)(e); o=layers.Dense(2,activation='softmax')(h)
f=keras.Model(i,o); setw(f)
yy=np.array([[0,1,0,0],[1,0,1,1],[0,0,1,0]])
f.compile(loss='sparse_categorical_crossentropy',optimizer='sgd',metrics=['accuracy'])
print([round(v,5) for v in f.evaluate(x,yy,verbose=0)])
out=f(x); lf=keras.losses.SparseCategoricalCrossentropy()
print(round(float(lf(yy,out)),5))
class T(keras.Model):
    def train_step(self,data):
        x,y=data
        with tf.GradientTape() as t:
            p=self(x,training=True); l=self.compute_loss(x=x,y=y,y_pred=p)
        self.optimizer.apply_gradients(zip(t.gradient(l,self.trainable_variables),self.trainable_variables))
        for m in self.metrics:
            if m.name=='loss': m.update_state(l)
            else: m.update_state(y,p)
        return {m.name:m.result() for m in self.metrics}
t=T(i,o); t.compile(loss='sparse_categorical_crossentropy',optimizer=keras.optimizers.SGD(.5))
h=t.fit(x,yy,epochs=3,verbose=0,shuffle=False); print([round(v,5) for v in h.history['loss']])
class S(keras.Model):
    def __init__(self):
        super().__init__(); self.e=layers.Embedding(10,3,mask_zero=True); self.l=layers.LSTM(3); self.d=layers.Dense(1)
    def call(self,x): return self.d(self.l(self.e(x)))
s=S(); s(x); setw(s); print(np.round(np.array(s(x)),5)); print(np.round(s.predict(x,verbose=0),5))
b=keras.Sequential([layers.Embedding(10,3,mask_zero=True),layers.Bidirectional(layers.LSTM(3)),layers.Dense(1)]); b(x); setw(b); print(np.round(np.array(b(x)),5))
p=keras.Sequential([layers.Embedding(10,3,mask_zero=True),layers.GlobalAveragePooling1D()]); p(x); setw(p); print(np.round(np.array(p(x)),5), np.round(p.predict(x,verbose=0),5))
n=keras.Sequential([layers.Embedding(10,3,mask_zero=True),keras.Sequential([layers.Input((4,3)),layers.LSTM(2)])]); n(x); setw(n); print(np.round(np.array(n(x)),5), np.round(n.predict(x,verbose=0),5))
i=layers.Input((None,)); e=layers.Embedding(10,3,mask_zero=True)(i); h=layers.GRU(2,return_sequences=True)(e); o=layers.Dense(2,activation='softmax')(h)
f=keras.Model(i,o); setw(f)
f.compile(loss='sparse_categorical_crossentropy',optimizer='sgd',metrics=['accuracy'])
print([round(v,5) for v in f.evaluate(x,yy,verbose=0)])
print([round(float(v),5) for v in f.train_on_batch(x,yy)])
inner=keras.Model(*(lambda q:(q,layers.Dense(2)(layers.GRU(3,return_sequences=True)(q))))(layers.Input((None,3))))
q=layers.Input(batch_shape=(3,4)); w=keras.Model(q,inner(layers.Embedding(10,3,mask_zero=True)(q))); setw(w)
print(np.round(w.predict(x,verbose=0,batch_size=3),4).tolist()); print(np.round(np.array(w(x)),4).tolist())
w.compile(loss='mse',optimizer='adam'); print(round(w.evaluate(x,np.zeros((3,4,2)),verbose=0,batch_size=3),5), round(float(w.train_on_batch(x,np.zeros((3,4,2)))),5))
td=keras.Sequential([layers.Input((4,)),layers.Embedding(10,3,mask_zero=True),layers.Dropout(.2),inner,layers.TimeDistributed(layers.Dense(2)),layers.GlobalAveragePooling1D()]); setw(td)
print(np.round(td.predict(x,verbose=0),4).tolist()); print(np.round(np.array(td(x)),4).tolist())
