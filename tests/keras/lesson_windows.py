# Forecasts from windows of a series.
import numpy as np
import pandas as pd
import tensorflow as tf
np.set_printoptions(precision=3, suppress=True)
date=pd.DataFrame({"T":np.sin(np.arange(60)/4).round(4),"p":np.cos(np.arange(60)/3).round(4),"rh":np.arange(60)/60.})
n=len(date); train_df=date[0:int(n*0.7)]; val_df=date[int(n*0.7):int(n*0.9)]; test_df=date[int(n*0.9):]
mean=train_df.mean(); std=train_df.std(); train_df=(train_df-mean)/std; val_df=(val_df-mean)/std; test_df=(test_df-mean)/std
class WindowGenerator():
    def __init__(self,input_width,label_width,shift,train_df=train_df,val_df=val_df,test_df=test_df,label_columns=None):
        self.train_df=train_df; self.val_df=val_df; self.test_df=test_df; self.label_columns=label_columns
        if label_columns is not None: self.label_columns_indices={name:i for i,name in enumerate(label_columns)}
        self.column_indices={name:i for i,name in enumerate(train_df.columns)}
        self.input_width=input_width; self.label_width=label_width; self.shift=shift; self.total_window_size=input_width+shift
        self.input_slice=slice(0,input_width); self.input_indices=np.arange(self.total_window_size)[self.input_slice]
        self.label_start=self.total_window_size-self.label_width; self.labels_slice=slice(self.label_start,None); self.label_indices=np.arange(self.total_window_size)[self.labels_slice]
    def __repr__(self):
        return '\n'.join([f'Total window size: {self.total_window_size}',f'Input indices: {self.input_indices}',f'Label indices: {self.label_indices}',f'Label column name(s): {self.label_columns}'])
    def split_window(self,features):
        inputs=features[:,self.input_slice,:]; labels=features[:,self.labels_slice,:]
        if self.label_columns is not None: labels=tf.stack([labels[:,:,self.column_indices[name]] for name in self.label_columns],axis=-1)
        inputs.set_shape([None,self.input_width,None]); labels.set_shape([None,self.label_width,None])
        return inputs,labels
    def make_dataset(self,data):
        data=np.array(data,dtype=np.float32)
        ds=tf.keras.utils.timeseries_dataset_from_array(data=data,targets=None,sequence_length=self.total_window_size,sequence_stride=1,shuffle=True,batch_size=8)
        return ds.map(self.split_window)
    @property
    def train(self): return self.make_dataset(self.train_df)
    @property
    def val(self): return self.make_dataset(self.val_df)
    @property
    def example(self):
        result=getattr(self,'_example',None)
        if result is None: result=next(iter(self.train)); self._example=result
        return result
w1=WindowGenerator(input_width=6,label_width=1,shift=1,label_columns=['T']); print(w1)
ew=tf.stack([np.array(train_df[:w1.total_window_size]),np.array(train_df[5:5+w1.total_window_size])]); a,b=w1.split_window(ew); print(ew.shape,a.shape,b.shape,b.numpy().ravel())
print(w1.train.element_spec)
for a,b in w1.train.take(1): print(a.shape,b.shape)
lstm=tf.keras.models.Sequential([tf.keras.layers.LSTM(4,return_sequences=True),tf.keras.layers.Dense(units=1)])
def cf(model,window,patience=2):
    es=tf.keras.callbacks.EarlyStopping(monitor='val_loss',patience=patience,mode='min'); model.compile(loss=tf.keras.losses.MeanSquaredError(),optimizer=tf.keras.optimizers.Adam(),metrics=[tf.keras.metrics.MeanAbsoluteError()])
    return model.fit(window.train,epochs=2,validation_data=window.val,callbacks=[es],verbose=0)
w2=WindowGenerator(input_width=6,label_width=6,shift=1,label_columns=['T']); h=cf(lstm,w2); print(sorted(h.history)); print(lstm(w2.example[0]).shape); print(sorted(lstm.evaluate(w2.val,verbose=0,return_dict=True)))
