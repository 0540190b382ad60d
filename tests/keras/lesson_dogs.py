# close
# Cats and dogs: files copied into folders, flow_from_directory, augmentation, fit.
import os
import shutil
import tempfile
import numpy as np
import keras
from keras import layers, models
folder = tempfile.mkdtemp()
from PIL import Image
from tensorflow.keras.preprocessing.image import ImageDataGenerator, load_img, img_to_array, array_to_img
orig=folder+"/orig"; os.mkdir(orig)
for k in ("cat","dog"):
    for i in range(8): Image.fromarray((np.indices((20,22)).sum(0)[...,None]*[2,3,4]+i*9+(60 if k=="dog" else 0)).clip(0,255).astype("uint8")).save(f"{orig}/{k}.{i}.jpg")
base=folder+"/cats_and_dogs_small"; os.mkdir(base)
for part,lo,hi in (("train",0,5),("validation",5,7),("test",7,8)):
    for k in ("cat","dog"):
        os.makedirs(os.path.join(base,part,k+"s"))
        for fname in ['{}.{}.jpg'.format(k,i) for i in range(lo,hi)]: shutil.copyfile(os.path.join(orig,fname),os.path.join(base,part,k+"s",fname))
print('total training cat images:',len(os.listdir(os.path.join(base,"train","cats"))))
tdg=ImageDataGenerator(rescale=1./255); tg=tdg.flow_from_directory(base+"/train",target_size=(16,16),batch_size=4,class_mode='binary'); vg=tdg.flow_from_directory(base+"/validation",target_size=(16,16),batch_size=4,class_mode='binary')
for db,lb in tg: print('data batch shape:',db.shape); print('labels batch shape:',lb.shape); break
model=models.Sequential([keras.Input((16,16,3)),layers.Conv2D(4,(3,3),activation='relu'),layers.MaxPooling2D((2,2)),layers.Flatten(),layers.Dropout(0.5),layers.Dense(1,activation='sigmoid')]); model.compile(loss='binary_crossentropy',optimizer=keras.optimizers.RMSprop(learning_rate=1e-4),metrics=['acc']); h=model.fit(tg,steps_per_epoch=2,epochs=2,validation_data=vg,validation_steps=1,verbose=0); print(sorted(h.history))
dg=ImageDataGenerator(rotation_range=40,width_shift_range=0.2,height_shift_range=0.2,shear_range=0.2,zoom_range=0.2,horizontal_flip=True,fill_mode='nearest'); fn=sorted(os.path.join(base,"train","cats",f) for f in os.listdir(base+"/train/cats")); img=load_img(fn[3],target_size=(15,15)); x=img_to_array(img); x=x.reshape((1,)+x.shape); np.random.seed(0)
i=0
for batch in dg.flow(x,batch_size=1):
    im=array_to_img(batch[0]); print(im.size,im.mode, round(float(batch.mean()),2)); i+=1
    if i%3==0: break
tr=keras.utils.image_dataset_from_directory(base+"/train",image_size=(18,18),batch_size=4); model2=models.Sequential([keras.Input((18,18,3)),layers.RandomFlip("horizontal"),layers.RandomRotation(0.1),layers.Rescaling(1./255),layers.Flatten(),layers.Dense(1,activation="sigmoid")]); model2.compile("adam","binary_crossentropy",metrics=["accuracy"]); print(len(model2.fit(tr,epochs=2,verbose=0,validation_data=keras.utils.image_dataset_from_directory(base+"/validation",image_size=(18,18),batch_size=4)).history))
