# compile, fit, evaluate and predict: each call raises the class that Keras raises, and training goes on.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import activations, callbacks, constraints, initializers, layers, losses, metrics, optimizers, regularizers
from keras import Input, Model, Sequential
from keras.optimizers import schedules

r = np.random.RandomState(7)
v, x, steps = r.rand(4).astype("float32"), r.rand(4, 3).astype("float32"), r.rand(4, 5, 3).astype("float32")
image, box = r.rand(4, 4, 5, 3).astype("float32"), r.rand(2, 4, 4, 4, 3).astype("float32")
whole, texts = np.array([[0, 1], [2, 1], [1, 1], [0, 2]]), np.array([["a"], ["b"], ["c"], ["a"]])
hot, labels = np.eye(3, dtype="float32")[[0, 1, 2, 0]], np.array([0, 1, 2, 0])
proba, y = r.rand(4, 3).astype("float32"), r.rand(4, 1).astype("float32")
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.set_weights([r.rand(3, 1), r.rand(1)])


def step(optimizer):
    w = keras.Variable(np.ones((2, 2), "float32"))
    optimizer.apply([keras.ops.ones((2, 2))], [w])
    return w


def built():
    made = Sequential([Input((3,)), layers.Dense(1)])
    made.compile("sgd", "mse")
    return made


def bare():
    return Sequential([Input((3,)), layers.Dense(1)])


def step1(model, **kwargs):
    model.compile(**{"optimizer": "sgd", "loss": "mse", **kwargs})
    return model.fit(x, y, verbose=0)


def attempt(call, said=False):
    keras.backend.clear_session(free_memory=False)
    try:
        eval(call)
        print(call, "gives")
    except Exception as error:
        print(call, type(error).__name__, *([str(error)] if said else []))

for call in [
    "step1(bare(), optimizer=[])",
    "step1(bare(), optimizer=keras.optimizers.Adam)",
    "step1(bare(), optimizer=layers.Dense(1))",
    "step1(bare(), optimizer=object())",
    "step1(bare(), loss=[])",
    "step1(bare(), loss={})",
    "step1(bare(), loss=object())",
    "step1(bare(), metrics='zz')",
    "step1(bare(), metrics=5)",
    "step1(bare(), metrics=layers.Dense(1))",
    "step1(bare(), loss_weights='zz')",
    "step1(bare(), loss_weights=['a'])",
    "step1(bare(), weighted_metrics='zz')",
    "step1(bare(), weighted_metrics=5)",
    "step1(bare(), steps_per_execution=0)",
    "built().fit(x, y, verbose=0, batch_size='a')",
    "built().fit(x, y, verbose=0, batch_size=-1)",
    "built().fit(x, y, verbose=0, batch_size=1.5)",
    "built().fit(x, y, verbose=0, validation_split='a')",
    "built().fit(x, y, verbose=0, validation_split=-0.1)",
    "built().fit(x, y, verbose=0, validation_split=1.0)",
    "built().fit(x, y, verbose=0, validation_split=1)",
    "built().fit(x, y, verbose=0, validation_data=5)",
    "built().fit(x, y, verbose=0, validation_data='zz')",
    "built().fit(x, y, verbose=0, validation_data=(x,))",
    "built().fit(x, y, verbose=0, validation_data=(x, y, y, y))",
    "built().fit(x, y, verbose=0, validation_data=(x[:, :2], y))",
    "built().fit(x, y, verbose=0, validation_data=x)",
    "built().fit(x, y, verbose=0, validation_data=())",
    "built().fit(x, y, verbose=0, sample_weight='zz')",
    "built().fit(x, y, verbose=0, sample_weight=5)",
    "built().fit(x, y, verbose=0, sample_weight=np.ones(3))",
    "built().fit(x, y, verbose=0, sample_weight=[1, 2])",
    "built().fit(x, y, verbose=0, steps_per_epoch='a')",
    "built().fit(x, y, verbose=0, steps_per_epoch=-1)",
    "built().fit(x, y, verbose=0, validation_steps='a', validation_data=(x, y))",
    "built().fit(x, y, verbose=0, validation_steps=-1, validation_data=(x, y))",
    "built().fit(x, y, verbose=0, validation_batch_size='a', validation_data=(x, y))",
    "built().fit(x, y, verbose=0, validation_batch_size=-1, validation_data=(x, y))",
    "built().fit(x, y, verbose=0, validation_freq='a', validation_data=(x, y))",
    "built().fit(x, y, verbose=0, validation_freq=0, validation_data=(x, y))",
    "built().fit(x, y, verbose=0, nothing=1)",
    "built().evaluate(x, y, batch_size='a', verbose=0)",
    "built().evaluate(x, y, batch_size=-1, verbose=0)",
    "built().evaluate(x, y, batch_size=1.5, verbose=0)",
    "built().evaluate(x, y, sample_weight='zz', verbose=0)",
    "built().evaluate(x, y, sample_weight=np.ones(3), verbose=0)",
    "built().evaluate(x, y, sample_weight=5, verbose=0)",
    "built().evaluate(x, y, steps='a', verbose=0)",
    "built().evaluate(x, y, steps=-1, verbose=0)",
    "built().predict(x, batch_size='a', verbose=0)",
    "built().predict(x, batch_size=-1, verbose=0)",
    "built().predict(x, batch_size=1.5, verbose=0)",
    "built().predict(x, steps='a', verbose=0)",
    "built().predict(x, steps=-1, verbose=0)",
    "built().predict(x, nothing=1, verbose=0)",
    "built().fit(None, y, verbose=0)",
    "built().evaluate(None, y, verbose=0)",
    "built().predict(None, verbose=0)",
    "built().fit(5, y, verbose=0)",
    "built().evaluate(5, y, verbose=0)",
    "built().predict(5, verbose=0)",
    "built().fit('zz', y, verbose=0)",
    "built().evaluate('zz', y, verbose=0)",
    "built().predict('zz', verbose=0)",
    "built().fit([], y, verbose=0)",
    "built().evaluate([], y, verbose=0)",
    "built().predict([], verbose=0)",
    "built().fit({}, y, verbose=0)",
    "built().evaluate({}, y, verbose=0)",
    "built().predict({}, verbose=0)",
    "built().fit(x[:, :2], y, verbose=0)",
    "built().evaluate(x[:, :2], y, verbose=0)",
    "built().predict(x[:, :2], verbose=0)",
    "built().fit(x[:3], y, verbose=0)",
    "built().evaluate(x[:3], y, verbose=0)",
    "built().fit(steps, y, verbose=0)",
    "built().evaluate(steps, y, verbose=0)",
    "built().predict(steps, verbose=0)",
    "built().fit({'zz': x}, y, verbose=0)",
    "built().evaluate({'zz': x}, y, verbose=0)",
    "built().predict({'zz': x}, verbose=0)",
    "built().fit([1, 2, 3, 4], y, verbose=0)",
    "built().evaluate([1, 2, 3, 4], y, verbose=0)",
    "built().predict([1, 2, 3, 4], verbose=0)",
    "built().fit(np.array(['a', 'b', 'c', 'd']), y, verbose=0)",
    "built().evaluate(np.array(['a', 'b', 'c', 'd']), y, verbose=0)",
    "built().predict(np.array(['a', 'b', 'c', 'd']), verbose=0)",
    "built().fit(object(), y, verbose=0)",
    "built().evaluate(object(), y, verbose=0)",
    "built().predict(object(), verbose=0)",
    "built().fit(x.tolist(), y, verbose=0)",
    "built().evaluate(x.tolist(), y, verbose=0)",
    "built().predict(x.tolist(), verbose=0)",
    "built().fit((), y, verbose=0)",
    "built().evaluate((), y, verbose=0)",
    "built().predict((), verbose=0)",
    "built().fit(np.zeros((0, 3)), y, verbose=0)",
    "built().evaluate(np.zeros((0, 3)), y, verbose=0)",
    "built().fit(lambda: 1, y, verbose=0)",
    "built().evaluate(lambda: 1, y, verbose=0)",
    "built().predict(lambda: 1, verbose=0)",
    "built().fit([[1.0, 2.0, 3.0], [1.0]], y, verbose=0)",
    "built().evaluate([[1.0, 2.0, 3.0], [1.0]], y, verbose=0)",
    "built().predict([[1.0, 2.0, 3.0], [1.0]], verbose=0)",
    "built().fit(x, None, verbose=0)",
    "built().evaluate(x, None, verbose=0)",
    "built().fit(x, 5, verbose=0)",
    "built().evaluate(x, 5, verbose=0)",
    "built().fit(x, 'zz', verbose=0)",
    "built().evaluate(x, 'zz', verbose=0)",
    "built().fit(x, [], verbose=0)",
    "built().evaluate(x, [], verbose=0)",
    "built().train_on_batch(x, [])",
    "built().fit(x, {}, verbose=0)",
    "built().evaluate(x, {}, verbose=0)",
    "built().train_on_batch(x, {})",
    "built().fit(x, x[:3], verbose=0)",
    "built().evaluate(x, x[:3], verbose=0)",
    "built().train_on_batch(x, x[:3])",
    "built().train_on_batch(x, steps)",
    "built().fit(x, [x, x], verbose=0)",
    "built().evaluate(x, [x, x], verbose=0)",
    "built().train_on_batch(x, [x, x])",
    "built().fit(x, [1, 2, 3, 4], verbose=0)",
    "built().evaluate(x, [1, 2, 3, 4], verbose=0)",
    "built().train_on_batch(x, [1, 2, 3, 4])",
    "built().fit(x, np.array(['a', 'b', 'c', 'd']), verbose=0)",
    "built().evaluate(x, np.array(['a', 'b', 'c', 'd']), verbose=0)",
    "built().train_on_batch(x, np.array(['a', 'b', 'c', 'd']))",
    "built().fit(x, object(), verbose=0)",
    "built().evaluate(x, object(), verbose=0)",
    "built().train_on_batch(x, object())",
    "built().fit(x, x.tolist(), verbose=0)",
    "built().evaluate(x, x.tolist(), verbose=0)",
    "built().train_on_batch(x, x.tolist())",
    "built().fit(x, (), verbose=0)",
    "built().evaluate(x, (), verbose=0)",
    "built().train_on_batch(x, ())",
    "built().fit(x, np.zeros((0, 3)), verbose=0)",
    "built().evaluate(x, np.zeros((0, 3)), verbose=0)",
    "built().train_on_batch(x, np.zeros((0, 3)))",
    "built().fit(x, lambda: 1, verbose=0)",
    "built().evaluate(x, lambda: 1, verbose=0)",
    "built().train_on_batch(x, lambda: 1)",
    "built().fit(x, [[1.0, 2.0, 3.0], [1.0]], verbose=0)",
    "built().evaluate(x, [[1.0, 2.0, 3.0], [1.0]], verbose=0)",
    "built().train_on_batch(x, [[1.0, 2.0, 3.0], [1.0]])",
    "built().fit()",
    "built().evaluate()",
    "built().predict()",
    "built().train_on_batch()",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.EarlyStopping(monitor='zz')])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.EarlyStopping(monitor=5)])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.ReduceLROnPlateau(monitor='zz')])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.LearningRateScheduler(lambda: 0.1)])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.LambdaCallback(on_epoch_end=lambda: 1)])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.LambdaCallback(on_batch_end=lambda e: 1)])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.History(5)])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.ProgbarLogger(5)])",
]:
    attempt(call)
print(round(float(model.train_on_batch(x, y)), 5))
for call in [
    "step1(bare(), optimizer='zz')",
    "step1(bare(), optimizer=5)",
    "step1(bare(), optimizer='')",
    "step1(bare(), optimizer={})",
    "step1(bare(), loss='zz')",
    "step1(bare(), loss=5)",
    "step1(bare(), loss=None)",
    "step1(bare(), loss=['zz'])",
    "step1(bare(), loss=[None])",
    "step1(bare(), loss=[5])",
    "step1(bare(), metrics=['zz'])",
    "step1(bare(), metrics=[5])",
    "step1(bare(), metrics=[None])",
    "step1(bare(), loss_weights=[1.0, 2.0])",
    "step1(bare(), loss_weights=(1.0, 2.0))",
    "step1(bare(), weighted_metrics=['zz'])",
    "step1(bare(), steps_per_execution='zz')",
    "step1(bare(), steps_per_execution=1.5)",
    "step1(bare(), steps_per_execution=None)",
    "built().fit(x, y, verbose=0, epochs='a')",
    "built().fit(x, y, verbose=0, epochs=1.5)",
    "built().fit(x, y, verbose=0, epochs=None)",
    "built().fit(x, y, verbose=0, callbacks='zz')",
    "built().fit(x, y, verbose=0, callbacks=5)",
    "built().fit(x, y, verbose=0, callbacks=[5])",
    "built().fit(x, y, verbose=0, callbacks=['zz'])",
    "built().fit(x, y, verbose=0, callbacks=[keras.callbacks.EarlyStopping])",
    "built().fit(x, y, verbose=0, callbacks=[None])",
    "built().fit(x, y, verbose=0, class_weight='zz')",
    "built().fit(x, y, verbose=0, class_weight=5)",
    "built().fit(x, y, verbose=0, class_weight=[1, 2])",
    "built().fit(x, y, verbose=0, class_weight={0: 'a'})",
    "built().fit(x, y, verbose=0, initial_epoch='a')",
    "built().fit(x, y, verbose=0, initial_epoch=1.5)",
    "built().fit(x, y, verbose=0, initial_epoch=None)",
    "built().fit(x, y, verbose=0, steps_per_epoch=1.5)",
    "built().evaluate(x, y, callbacks=5, verbose=0)",
    "built().evaluate(x, y, callbacks='zz', verbose=0)",
    "built().predict(x, callbacks=5, verbose=0)",
    "built().fit(np.array([None] * 4), y, verbose=0)",
    "built().evaluate(np.array([None] * 4), y, verbose=0)",
    "built().predict(np.array([None] * 4), verbose=0)",
    "built().fit(np.array(5.0), y, verbose=0)",
    "built().evaluate(np.array(5.0), y, verbose=0)",
    "built().predict(np.array(5.0), verbose=0)",
    "built().train_on_batch(x, 'zz')",
    "built().fit(x, np.array([None] * 4), verbose=0)",
    "built().evaluate(x, np.array([None] * 4), verbose=0)",
    "built().train_on_batch(x, np.array([None] * 4))",
    "built().fit(x, np.array(5.0), verbose=0)",
    "built().evaluate(x, np.array(5.0), verbose=0)",
    "built().fit(x, y, 5, 5, 0, 5)",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.EarlyStopping(monitor='loss', min_delta='a')])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.ReduceLROnPlateau(monitor='loss', factor='a')])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.LearningRateScheduler(lambda e: 'a')])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.LearningRateScheduler(lambda e: None)])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.LearningRateScheduler(5)])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.LearningRateScheduler(lambda e: 1)])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.LambdaCallback(on_epoch_end=5)])",
    "built().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.Callback(5)])",
]:
    attempt(call, True)
print(round(float(model.train_on_batch(x, y)), 5))
