"""tf.train.Checkpoint and CheckpointManager: a training loop that goes on where it stopped."""
import os
import tempfile

import numpy as np
import keras
import tensorflow as tf

os.chdir(tempfile.mkdtemp())
rng = np.random.default_rng(1)
x = rng.normal(size=(20, 3)).astype("float32")
y = (x @ np.array([[1.0], [-2.0], [0.5]]) + 0.3).astype("float32")


def fresh():
    net = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4, activation="tanh"), keras.layers.Dense(1)])
    net.set_weights([np.linspace(-1, 1, w.size).reshape(w.shape) for w in net.get_weights()])
    return net, keras.optimizers.Adam(0.05)


def train(net, optimizer, step, steps):
    losses = []
    for _ in range(steps):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((net(x) - y) ** 2)
        optimizer.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))
        step.assign_add(1)
        losses.append(round(float(loss), 4))
    return losses


net, optimizer = fresh()
checkpoint = tf.train.Checkpoint(step=tf.Variable(1), optimizer=optimizer, net=net)
manager = tf.train.CheckpointManager(checkpoint, "./ckpts", max_to_keep=2)
print(manager.latest_checkpoint, manager.checkpoints)
print(train(net, optimizer, checkpoint.step, 3))
for _ in range(3):
    print(manager.save(), int(checkpoint.save_counter))
print(manager.checkpoints, sorted(name for name in os.listdir("ckpts") if name.endswith(".index")))
wanted = train(net, optimizer, checkpoint.step, 3)
print(wanted)

net, optimizer = fresh()
again = tf.train.Checkpoint(step=tf.Variable(1), optimizer=optimizer, net=net)
manager = tf.train.CheckpointManager(again, "./ckpts", max_to_keep=2)
status = again.restore(manager.latest_checkpoint)
print(manager.latest_checkpoint, int(again.step), manager.restore_or_initialize())
print(np.abs(np.array(train(net, optimizer, again.step, 3)) - np.array(wanted)).max() < 2e-3, int(again.step), manager.save())

v = tf.Variable([1.0, 2.0])
small = tf.train.Checkpoint(v=v, parts=[tf.Variable(3.0), tf.Variable(4.0)])
path = small.save("small/model")
print(path, sorted(os.listdir("small")), tf.train.latest_checkpoint("small"), tf.train.latest_checkpoint("nowhere"))
v.assign([0.0, 0.0])
small.parts[1].assign(9.0)
small.restore(path).assert_consumed()
print(v.numpy(), small.parts[1].numpy(), small.write("plain"))


class Line(tf.Module):
    def __init__(self):
        super().__init__()
        self.slope, self.start = tf.Variable(2.0), tf.Variable(1.0)


line = Line()
kept = tf.train.Checkpoint(model=line)
path = kept.save("line/ck")
line.slope.assign(7.0)
kept.restore(path)
print(line.slope.numpy(), kept.restore(None) is None)
try:
    small.restore("nothing")
except tf.errors.NotFoundError as error:
    print(type(error).__name__, str(error).split(":")[0])
other = tf.train.Checkpoint(v=tf.Variable([0.0, 0.0]), more=tf.Variable(0.0))
try:
    other.restore(small.save("small/model")).assert_existing_objects_matched()
except AssertionError as error:
    print(str(error)[:60], other.v.numpy())
other.restore(small.save("small/model")).expect_partial()
names = [name for name, _ in tf.train.list_variables("plain")]
print(any(name.startswith("v/") for name in names), small.read("plain").assert_nontrivial_match() is None)
print(hasattr(tf.train, "AnythingElse"))
for wrong in (lambda: tf.train.Checkpoint(v=5), lambda: tf.train.CheckpointManager(small, "d", max_to_keep=0)):
    try:
        wrong()
    except ValueError as error:
        print(error)
