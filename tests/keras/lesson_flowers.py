# close
# The lessons on loading pictures: folders, list_files, labels out of paths, augmentation.
import os
import pathlib
import tempfile
import numpy as np
import PIL.Image
import tensorflow as tf

data_dir = pathlib.Path(tempfile.mkdtemp()) / "flowers"
for kind, count in (("roses", 7), ("daisy", 6), ("tulips", 5)):
    (data_dir / kind).mkdir(parents=True)
    for i in range(count):
        PIL.Image.fromarray((np.indices((20 + i, 24)).sum(0)[..., None] * [3, 5, 2] + i * 7).clip(0, 255).astype("uint8")).save(data_dir / kind / f"{i}.jpg")
(data_dir / "LICENSE.txt").write_text("free")
image_count = len(list(data_dir.glob("*/*.jpg")))
roses = sorted(data_dir.glob("roses/*"))
print(image_count, PIL.Image.open(str(roses[0])).size)
read = tf.keras.utils.image_dataset_from_directory
train_ds, val_ds = (read(data_dir, validation_split=0.2, subset=part, seed=123, image_size=(16, 18), batch_size=4) for part in ("training", "validation"))
class_names = train_ds.class_names
for images, labels in train_ds.take(1):
    print(images.shape, labels.shape, class_names[labels[0]] in class_names, images[0].numpy().astype("uint8").dtype)
rescale = tf.keras.layers.Rescaling(1.0 / 255)
normalized = train_ds.map(lambda x, y: (rescale(x), y))
print(next(iter(normalized))[0][0].shape, normalized.element_spec)
AUTOTUNE = tf.data.AUTOTUNE
train_ds = train_ds.cache().shuffle(1000).prefetch(buffer_size=AUTOTUNE)
layers = tf.keras.layers
model = tf.keras.Sequential([tf.keras.Input((16, 18, 3)), layers.Rescaling(1.0 / 255), layers.Conv2D(4, 3, activation="relu"), layers.MaxPooling2D(), layers.Flatten(), layers.Dense(3)])
model.compile(optimizer="adam", loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
print(sorted(model.fit(train_ds, validation_data=val_ds.cache().prefetch(AUTOTUNE), epochs=2, verbose=0).history))
list_ds = tf.data.Dataset.list_files(str(data_dir / "*/*"), shuffle=False).shuffle(image_count, reshuffle_each_iteration=False)
class_names = np.array(sorted([item.name for item in data_dir.glob("*") if item.name != "LICENSE.txt"]))
val_size = int(image_count * 0.2)
train, val = list_ds.skip(val_size), list_ds.take(val_size)
print(tf.data.experimental.cardinality(train).numpy(), tf.data.experimental.cardinality(val).numpy(), class_names)


def process_path(file_path):
    label = tf.argmax(tf.strings.split(file_path, os.path.sep)[-2] == class_names)
    return tf.image.resize(tf.io.decode_jpeg(tf.io.read_file(file_path), channels=3), [16, 18]), label


train = train.map(process_path, num_parallel_calls=AUTOTUNE)
for image, label in train.take(1):
    print(image.numpy().shape, int(label) in (0, 1, 2), label.dtype)
batches = train.cache().shuffle(buffer_size=1000).batch(4).prefetch(buffer_size=AUTOTUNE)
model.fit(batches, epochs=1, verbose=0)
img = tf.keras.utils.load_img(roses[0], target_size=(16, 18))
score = tf.nn.softmax(model.predict(tf.expand_dims(tf.keras.utils.img_to_array(img), 0), verbose=0)[0])
print(score.shape, "%.4f" % float(tf.reduce_sum(score)), type(class_names[np.argmax(score)]).__name__)
rng = tf.random.Generator.from_seed(123, alg="philox")


def augment(image_label, seed):
    image, label = image_label
    image = tf.image.resize_with_crop_or_pad(tf.image.resize(tf.cast(image, tf.float32), [20, 20]) / 255.0, 26, 26)
    image = tf.image.stateless_random_crop(image, size=[20, 20, 3], seed=seed)
    return tf.clip_by_value(tf.image.stateless_random_brightness(image, max_delta=0.5, seed=tf.random.split(seed, num=1)[0]), 0, 1), label


counter = tf.data.Dataset.counter()
both = tf.data.Dataset.zip((list_ds.map(process_path), tf.data.Dataset.zip((counter, counter))))
for x, y in both.shuffle(1000).map(augment, num_parallel_calls=AUTOTUNE).batch(4).take(1):
    print(x.shape, y.shape, float(tf.reduce_max(x)) <= 1)
seeded = list_ds.map(process_path).map(lambda x, y: augment((x, y), rng.make_seeds(1)[:, 0])).batch(5)
print(len(seeded), next(iter(seeded))[0].shape)
