# close: parameters that seldom occur: output_padding, pad_to_aspect_ratio, several axes, curves by label, sorted class numbers.
import numpy as np, keras
from keras import layers
np.set_printoptions(precision=4, suppress=True)
r = np.random.RandomState(6)
x = r.rand(2, 3, 2, 2).astype("float32")
for padding, extra in (("valid", (1, 0)), ("valid", 1), ("same", (1, 1))):
    layer = layers.Conv2DTranspose(2, 3, strides=2, padding=padding, output_padding=extra)
    layer(x)
    layer.set_weights([r.rand(*w.shape) * 0.3 for w in layer.get_weights()])
    model = keras.Sequential([keras.Input((3, 2, 2)), layer])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    loss = model.train_on_batch(x, np.ones(layer(x).shape))
    print(padding, layer(x).shape, model.output_shape, round(float(loss), 5), layer.get_weights()[0].sum() / 10)
    print(layer.get_config()["output_padding"])
print(np.array(layers.Resizing(4, 5, pad_to_aspect_ratio=True, fill_value=0.25)(x))[0, :, :, 0])
norm = layers.RMSNormalization(axis=(2, 3))
print(np.array(norm(x))[0] / 4, norm.get_weights()[0].shape, layers.Softmax(axis=[1, 3])(x).shape)
truth, scores = (r.rand(9, 3) > 0.5).astype("float32"), r.rand(9, 3).astype("float32")
for options in (dict(multi_label=True), dict(multi_label=True, num_labels=3, label_weights=[0.5, 0.2, 0.3]),
                dict(multi_label=True, curve="PR"), dict(label_weights=[0.5, 0.2, 0.3])):
    auc = keras.metrics.AUC(num_thresholds=9, **options)
    auc.update_state(truth, scores)
    print(options, round(float(auc.result()), 5), auc.get_config()["multi_label"])
top = keras.metrics.SparseTopKCategoricalAccuracy(k=2, from_sorted_ids=True)
top.update_state(np.array([0, 1, 2, 2]), np.array([[1, 0, 2], [2, 0, 1], [2, 1, 0], [0, 1, 2]]))
print(float(top.result()))
for wrong in (lambda: layers.Conv2DTranspose(2, 3, strides=2, output_padding=2),
              lambda: layers.Conv2DTranspose(2, 3, strides=2, output_padding=(1, -1)),
              lambda: keras.metrics.AUC(num_labels=3)):
    try:
        print("no error", wrong())
    except ValueError as error:
        print(error)
for wrong in (lambda: layers.Resizing(4, 4, crop_to_aspect_ratio=True, pad_to_aspect_ratio=True)(x),
              lambda: layers.Conv2DTranspose(2, 2, strides=2, padding="same", output_padding=0)(x)):
    try:
        print("no error", wrong().shape)
    except Exception as error:
        print("Only one of `pad_to_aspect_ratio`" in str(error))
