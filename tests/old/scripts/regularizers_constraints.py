# Regularizers and constraints by their first names.
import keras
from keras.layers import Dense
from keras.regularizers import l1l2, activity_l2, l2
from keras.constraints import maxnorm, nonneg
from keras.initializations import glorot_uniform

d = Dense(4, W_regularizer=l1l2(l1=0.01, l2=0.02), b_regularizer=l2(l=0.1), activity_regularizer=activity_l2(0.3))
print(d.kernel_regularizer.get_config()['l2'] > 0.01, d.bias_regularizer.l2 > 0)
e = Dense(3, W_constraint=maxnorm(m=2), b_constraint=nonneg(), init=glorot_uniform(1))
print(e.kernel_constraint.max_value, e.use_bias)
