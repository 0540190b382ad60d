import keras, numpy as np
from keras import layers
keras.utils.set_random_seed(1)
x=np.random.RandomState(0).rand(200,4).astype('float32'); y=(x.sum(1)>2).astype('float32')
m=keras.Sequential([layers.Input((4,)),layers.Dense(8,activation='relu'),layers.Dense(1,activation='sigmoid')])
m.compile('sgd','binary_crossentropy',metrics=['accuracy'])
class Show(keras.callbacks.Callback):
    def on_train_begin(self, logs=None): print('begin', self.params, logs)
    def on_epoch_begin(self, epoch, logs=None): print('epoch', epoch)
    def on_epoch_end(self, epoch, logs=None): print('end', epoch, sorted(logs), self.model.name)
    def on_train_batch_end(self, batch, logs=None):
        if batch % 3 == 0: print('batch', batch, sorted(logs))
    def on_test_begin(self, logs=None): print('test')
    def on_test_batch_end(self, b, logs=None): print('tb', b, sorted(logs))
    def on_train_end(self, logs=None): print('train end', sorted(logs))
h=m.fit(x,y,epochs=2,verbose=0,validation_split=0.25,callbacks=[Show()])
h=m.fit(x,y,epochs=4,verbose=0,callbacks=keras.callbacks.LearningRateScheduler(lambda e, lr: lr*0.5, verbose=1))
print(h.history['learning_rate'], sorted(h.history), h.epoch)
class Stop(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs):
        if epoch == 2: self.model.stop_training = True
h=m.fit(x,y,epochs=9,verbose=0,callbacks=[Stop()])
print(len(h.history['loss']))
es=keras.callbacks.EarlyStopping(monitor='loss', patience=2, min_delta=10, verbose=1, restore_best_weights=True)
h=m.fit(x,y,epochs=9,verbose=0,callbacks=[es]); print(h.epoch, es.stopped_epoch)
rl=keras.callbacks.ReduceLROnPlateau(monitor='loss', factor=0.5, patience=1, min_delta=10, verbose=1)
h=m.fit(x,y,epochs=4,verbose=0,callbacks=[rl]); print(h.history['learning_rate'])
m.fit(x,y,epochs=2,verbose=0,callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=lambda e, l: print('lambda', e, len(l)))])
m.evaluate(x,y,verbose=0,callbacks=[Show()])
print(keras.callbacks.EarlyStopping.__mro__[1].__name__)
class Bad(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None): raise ValueError('oops %d' % epoch)
try: m.fit(x,y,epochs=3,verbose=0,callbacks=[Bad()])
except ValueError as e: print(e)
try: m.fit(x, y, epochs=3, verbose=0, callbacks=keras.callbacks.EarlyStopping(monitor="foo"))
except Exception as e: print(e)
try: m.fit(x,y,epochs=3,verbose=0,callbacks=[3])
except Exception as e: print(type(e).__name__)
