# close: numbers within 1e-5. Metrics by string, class, function and object, in compile.
import keras, numpy as np
from keras import layers, losses, metrics
rs = np.random.RandomState(6)
x, y = rs.uniform(-1, 1, (30, 4)).astype("float32"), rs.randint(0, 2, (30, 1)).astype("float32")
k = rs.uniform(-1, 1, (4, 1))
def run(*given):
    m = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation="sigmoid")])
    m.set_weights([k, np.zeros(1)])
    m.compile(optimizer="sgd", loss="binary_crossentropy", metrics=list(given))
    r = m.evaluate(x, y, verbose=0, return_dict=True)
    print({key: "%.6f" % (r[key] / 100) for key in r})
run("AUC", "Precision", "recall", "true_positives", "FalseNegatives")
run("mse", "MAE", "mean_absolute_error", "poisson", "KLDivergence", "hinge")
run(metrics.mean_squared_error, losses.huber, metrics.binary_accuracy)
run(metrics.MeanSquaredError, metrics.SpecificityAtSensitivity(0.5), metrics.BinaryIoU(name="iou"))
run("RootMeanSquaredError", "cosine_similarity", "msle", "LogCoshError", "r2_score")
run(losses.BinaryFocalCrossentropy(name="focal"), "binary_crossentropy", "accuracy", "acc")
run(["accuracy", "mse"])
m = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
m.set_weights([rs.uniform(-1, 1, (4, 3)), np.zeros(3)])
m.compile(optimizer="adamw", loss=losses.sparse_categorical_crossentropy, metrics=["accuracy", "sparse_top_k_categorical_accuracy"])
print(m.optimizer.name, sorted(m.evaluate(x, y, verbose=0, return_dict=True)))
for name in ["nadam", "adamax", "adagrad", "adadelta", "ftrl", "lion", "AdamW", "Nadam"]:
    m.compile(optimizer=name, loss="sparse_categorical_crossentropy")
    print(m.optimizer.name, m.optimizer.get_config())
