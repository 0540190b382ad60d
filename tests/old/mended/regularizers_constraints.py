# Regularizers and constraints by their first names.
import keras
from keras.layers import Dense
from keras.regularizers import l1_l2, l2
from keras.constraints import max_norm, non_neg
from keras.initializers import glorot_uniform

d = Dense(4, kernel_regularizer=l1_l2(l1=0.01, l2=0.02), bias_regularizer=l2(l2=0.1), activity_regularizer=l2(0.3))
print(d.kernel_regularizer.get_config()['l2'] > 0.01, d.bias_regularizer.l2 > 0)
e = Dense(3, kernel_constraint=max_norm(max_value=2), bias_constraint=non_neg(), kernel_initializer=glorot_uniform(1))
print(e.kernel_constraint.max_value, e.use_bias)
