# close: gradients of gradients: one tape inside another.
import numpy as np
import tensorflow as tf
import keras
from keras import layers
x = tf.Variable(2.0)
with tf.GradientTape() as t2:
    with tf.GradientTape() as t1:
        y = x * x * x
    dy = t1.gradient(y, x)
print(round(float(dy),4), round(float(t2.gradient(dy, x)),4))
x = tf.constant([0.3, -0.7, 1.2])
names = ['exp','sin','cos','tanh','sigmoid','square','atan','sinh','cosh','softplus','erf','asinh','expm1']
for n in names:
    f = getattr(tf.math, n)
    with tf.GradientTape() as a:
        a.watch(x)
        with tf.GradientTape() as b:
            b.watch(x)
            with tf.GradientTape() as c:
                c.watch(x)
                y = f(x)
            d1 = c.gradient(y, x)
        d2 = b.gradient(d1, x)
    d3 = a.gradient(d2, x)
    print(n, np.round(d1.numpy(),4).tolist(), np.round(d2.numpy(),4).tolist(), None if d3 is None else np.round(d3.numpy(),4).tolist())
p = tf.constant([0.3, 0.7, 1.2])
for n in ['log','sqrt','rsqrt','reciprocal','log1p','asin','acos','atanh']:
    f = getattr(tf.math, n); q = p*.6
    with tf.GradientTape() as b:
        b.watch(q)
        with tf.GradientTape() as c:
            c.watch(q); y = f(q)
        d1 = c.gradient(y, q)
    print(n, np.round(d1.numpy(),4).tolist(), np.round(b.gradient(d1,q).numpy(),3).tolist())
for n in ['elu','selu','gelu','silu','log_sigmoid','relu','leaky_relu','softmax','log_softmax']:
    f = getattr(keras.ops, n)
    with tf.GradientTape() as b:
        b.watch(x)
        with tf.GradientTape() as c:
            c.watch(x); y = tf.reduce_sum(f(x*1.5)**2)
        d1 = c.gradient(y, x)
    print(n, np.round(d1.numpy(),4).tolist(), (np.round(b.gradient(d1,x).numpy(),3)+0.).tolist())
# a gradient penalty through a small critic
rs=np.random.RandomState(0)
inp=layers.Input((8,8,2)); h=layers.ZeroPadding2D(1)(inp); h=layers.Conv2D(3,3,strides=2,padding='same')(h); h=layers.LeakyReLU(negative_slope=.2)(h)
h=layers.DepthwiseConv2D(2,activation='tanh')(h); h=layers.Conv2DTranspose(2,3,strides=2)(h); h=layers.AveragePooling2D(2)(h); h=layers.Flatten()(h); h=layers.Dense(5,activation='elu')(h); m=keras.Model(inp,layers.Dense(1)(h))
m.set_weights([rs.randn(*w.shape).astype('float32')*.3 for w in m.get_weights()])
z=tf.constant(rs.randn(2,8,8,2).astype('float32'))
with tf.GradientTape() as tape:
    with tf.GradientTape() as gp:
        gp.watch(z); pred=m(z,training=True)
    g=gp.gradient(pred,[z])[0]
    norm=tf.sqrt(tf.reduce_sum(tf.square(g),axis=[1,2,3]))
    pen=tf.reduce_mean((norm-1.0)**2)+tf.reduce_mean(pred)
gr=tape.gradient(pen,m.trainable_variables)
print(round(float(pen),4),[None if v is None else np.round(float(tf.reduce_sum(tf.abs(v))),3) for v in gr])
# a differential equation
net=keras.Sequential([layers.Input((1,)),layers.Dense(6,activation='tanh'),layers.Dense(6,activation='tanh'),layers.Dense(1)])
net.set_weights([rs.randn(*w.shape).astype('float32')*.5 for w in net.get_weights()])
opt=keras.optimizers.Adam(0.01); t=tf.constant(np.linspace(0,2,7).reshape(-1,1).astype('float32'))
for i in range(3):
    with tf.GradientTape() as tape:
        with tf.GradientTape(persistent=True) as g2:
            g2.watch(t)
            with tf.GradientTape() as g1:
                g1.watch(t); u=net(t)
            u_t=g1.gradient(u,t)
        u_tt=g2.gradient(u_t,t)
        loss=tf.reduce_mean(tf.square(u_tt+u))+tf.reduce_mean(tf.square(u[0]-1.))+keras.losses.MeanSquaredError()(tf.zeros_like(u_t),u_t)
    gr=tape.gradient(loss,net.trainable_variables); opt.apply_gradients(zip(gr,net.trainable_variables))
    print(round(float(loss),4),[round(float(tf.reduce_sum(tf.abs(v))),3) for v in gr if v is not None])
a=tf.Variable([[1.,.2],[.3,.5]]); b=tf.Variable([[.5],[.25]])
with tf.GradientTape() as o:
    with tf.GradientTape() as n:
        y=tf.reduce_sum(tf.matmul(a,b)**2/ (1.+tf.reduce_max(a,axis=1,keepdims=True)) + tf.pow(a,3.)*tf.maximum(a,b)+ tf.concat([a,a*a],0)[:2]*tf.transpose(a))
    ga,gb=n.gradient(y,[a,b]); s=tf.reduce_sum(ga*ga)+tf.reduce_sum(gb*gb)
print(np.round(ga.numpy(),3).tolist(),np.round(gb.numpy(),3).tolist(),[np.round(v.numpy(),2).tolist() for v in o.gradient(s,[a,b])])
with tf.GradientTape(persistent=True) as t:
    t.watch(x); y=x**3; dy=t.gradient(y,x)
print(np.round(t.gradient(dy,x).numpy(),4).tolist())
