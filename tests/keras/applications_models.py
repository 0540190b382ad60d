import numpy as np, keras
from keras import applications
from keras.applications import VGG16, VGG19, ResNet50, MobileNet
from keras.applications.vgg16 import preprocess_input
from keras.applications.mobilenet import preprocess_input as p2
for m in (VGG16(weights=None, include_top=False, input_shape=(32, 32, 3)), VGG19(weights=None, include_top=False, input_shape=(48, 32, 3), pooling="avg"), 
          ResNet50(weights=None, include_top=False, input_shape=(64, 64, 3), pooling="max"), ResNet50(weights=None, classes=3, input_shape=(32, 32, 1)),
          MobileNet(weights=None, input_shape=(32, 32, 3), alpha=0.25, classes=4), MobileNet(weights=None, include_top=False, input_shape=(64, 64, 3), alpha=0.5), applications.VGG16(weights=None, include_top=False)):
    print(m.name, m.count_params(), len(m.layers), m.output_shape, m.layers[-1].name, m.layers[3].name, sum(int(np.prod(w.shape)) for w in m.trainable_weights))
x = np.arange(12.0).reshape(1, 2, 2, 3)
print(preprocess_input(x.copy()).round(2).tolist(), p2(x.copy()).round(4).tolist())
base = MobileNet(weights=None, include_top=False, input_shape=(32, 32, 3), alpha=0.25); base.trainable = False
i = keras.Input((32, 32, 3)); model = keras.Model(i, keras.layers.Dense(1)(keras.layers.GlobalAveragePooling2D()(base(i, training=False))))
print(len(model.trainable_weights), model.predict(np.zeros((2, 32, 32, 3)), verbose=0).shape)
for f in (lambda: VGG16(weights="nope"), lambda: VGG16(classes=10), lambda: ResNet50(weights=None, input_shape=(16, 16, 3))):
    try: f()
    except ValueError as e: print(str(e)[:60])
