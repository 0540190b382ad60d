# close
import warnings
import numpy as np, keras, tensorflow as tf
warnings.simplefilter("ignore")
from keras import layers
rs=np.random.RandomState(3)
def setw(m):
    m.set_weights([rs.randn(*w.shape).astype('float32')*.3 for w in m.get_weights()])
x=np.array([[1,2,0,0],[3,0,4,0],[5,6,7,8]]); y=np.array([[0,1,0,0],[1,0,1,1],[0,0,1,0]])
class Scale(layers.Layer):
    def __init__(self): super().__init__(); self.supports_masking=True
    def call(self,x): return x*2.
class Seen(layers.Layer):
    def call(self,x,mask=None):
        return x if mask is None else x*tf.cast(mask,'float32')[:,:,None]
class Cut(layers.Layer):
    def call(self,x): return x[:,:2]
    def compute_mask(self,x,mask=None): return None if mask is None else mask[:,:2]
for L in (Scale,Seen,Cut):
    m=keras.Sequential([layers.Input((4,)),layers.Embedding(10,3,mask_zero=True),L(),layers.LSTM(2)])
    setw(m); print(L.__name__, np.round(m.predict(x,verbose=0),4).tolist(), np.round(np.array(m(x)),4).tolist())
class M(keras.Model):
    def __init__(self):
        super().__init__(); self.e=layers.Embedding(10,3,mask_zero=True); self.s=Scale(); self.l=layers.LSTM(3,return_sequences=True); self.d=layers.Dense(2,activation='softmax')
    def call(self,x): return self.d(self.l(self.s(self.e(x))))
s=M(); s(x); setw(s); s.compile(loss='sparse_categorical_crossentropy',optimizer='sgd',metrics=['accuracy'])
print([round(float(v),5) for v in s.evaluate(x,y,verbose=0)]); print([round(float(v),5) for v in s.train_on_batch(x,y)]); print(np.round(np.array(s(x)),4).tolist())
class Pos(layers.Layer):
    def __init__(self, n, d, **k):
        super().__init__(**k); self.t=layers.Embedding(n,d,mask_zero=True); self.p=layers.Embedding(4,d)
    def call(self,x):
        return self.t(x)+self.p(tf.range(start=0,limit=tf.shape(x)[-1],delta=1))
    def compute_mask(self, x, mask=None):
        return self.t.compute_mask(x)
class Two(layers.Layer):
    def __init__(self, **k): super().__init__(**k); self.supports_masking=True
    def call(self, a, b, a_mask=None, b_mask=None):
        m = tf.cast(b_mask,'float32')[:,:,None] if b_mask is not None else 1.
        return a+b*m
class Enc(layers.Layer):
    def __init__(self,d,h,**k):
        super().__init__(**k); self.att=layers.MultiHeadAttention(h,d); self.n=layers.LayerNormalization(); self.supports_masking=True
    def call(self,x,mask=None):
        pm = tf.cast(mask[:, None, :], dtype="int32") if mask is not None else None
        return self.n(x+self.att(query=x,value=x,key=x,attention_mask=pm))
i=layers.Input((4,)); p=Pos(10,4)(i); e=Enc(4,2)(p); t=Two()(e,p); o=layers.Dense(2,activation='softmax')(layers.LSTM(3,return_sequences=True)(t))
m=keras.Model(i,o); setw(m); m.compile(loss='sparse_categorical_crossentropy',optimizer='sgd')
print(round(m.evaluate(x,y,verbose=0),5)); print(np.round(m.predict(x,verbose=0),4).tolist()); print(np.round(np.array(m(x)),4).tolist())
print(round(float(m.train_on_batch(x,y)),5), round(float(m.train_on_batch(x,y)),5))
print(np.array(Pos(10,4)(x)._keras_mask).tolist())
e=layers.Embedding(4,2,mask_zero=True); print(np.array(e.compute_mask(x)).tolist(), np.array(e(x%4)._keras_mask).tolist()); print(layers.Dense(2).compute_mask(x,None), layers.Masking(0.).compute_mask(mask=None,inputs=np.array([[[0.,0],[1,0]]])).numpy().tolist())
