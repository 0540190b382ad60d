# close
# A table of the weather: a generator of one's own, and windows.
import tempfile
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers
d = tempfile.mkdtemp()
fname=d+"/jena.csv"; open(fname,"w").write('"Date Time","p (mbar)","T (degC)","rho"\n'+"\n".join(f"01.01.2009 {i//6:02d}:{i%6}0:00,{990+i%7},{-8+i%5*.5},{1300-i%3}" for i in range(80))+"\n")
f=open(fname); data=f.read(); f.close(); lines=data.split('\n'); header=lines[0].split(','); lines=lines[1:-1]; print(header,len(lines))
fd=np.zeros((len(lines),len(header)-1))
for i,line in enumerate(lines): fd[i,:]=[float(x) for x in line.split(',')[1:]]
mean=fd[:50].mean(axis=0); fd-=mean; std=fd[:50].std(axis=0); fd/=std
def generator(data,lookback,delay,min_index,max_index,shuffle=False,batch_size=8,step=6):
    if max_index is None: max_index=len(data)-delay-1
    i=min_index+lookback
    while 1:
        if shuffle: rows=np.random.randint(min_index+lookback,max_index,size=batch_size)
        else:
            if i+batch_size>=max_index: i=min_index+lookback
            rows=np.arange(i,min(i+batch_size,max_index)); i+=len(rows)
        samples=np.zeros((len(rows),lookback//step,data.shape[-1])); targets=np.zeros((len(rows),))
        for j,row in enumerate(rows):
            ind=range(rows[j]-lookback,rows[j],step); samples[j]=data[ind]; targets[j]=data[rows[j]+delay][1]
        yield samples,targets
tg=generator(fd,lookback=18,delay=3,min_index=0,max_index=50,shuffle=True,step=3); vg=generator(fd,18,3,50,None,step=3); s,t=next(vg); print(s.shape,t.round(3))
m=tf.keras.Sequential([tf.keras.Input((6,3)),layers.GRU(4),layers.Dense(1)]); m.compile(optimizer="rmsprop",loss='mae'); h=m.fit(tg,steps_per_epoch=3,epochs=1,validation_data=vg,validation_steps=2,verbose=0); print(sorted(h.history))
sampling_rate=2; sequence_length=5; delay=sampling_rate*(sequence_length+3-1)
td=tf.keras.utils.timeseries_dataset_from_array(fd[:-delay],targets=fd[delay:,1],sampling_rate=sampling_rate,sequence_length=sequence_length,shuffle=True,batch_size=16,start_index=0,end_index=40)
for s,t in td: print("samples shape:",s.shape); print("targets shape:",t.shape); break
int_sequence=np.arange(10); dd=tf.keras.utils.timeseries_dataset_from_array(data=int_sequence[:-3],targets=int_sequence[3:],sequence_length=3,batch_size=2)
for inputs,targets in dd:
    for i in range(inputs.shape[0]): print([int(x) for x in inputs[i]],int(targets[i]))
