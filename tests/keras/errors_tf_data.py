# Errors of tf.data, tf.io, tf.image, tf.strings and ragged tensors that other programs do not raise, and what is near them.
import os
import zlib

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf

tf.get_logger().setLevel("ERROR")
x = tf.Variable(3.0)
image = tf.zeros((4, 4, 3))
D = tf.data.Dataset
for name, text in (("a.csv", b"a,b,c\n1,2.5,x\n3,,y\n"), ("bad.csv", b"a,b,c\n1,2.5,x\nq,1,y\n"), ("short.csv", b"a,b,c\n1,2.5\n"),
                   ("noheader.csv", b"1,2\n3,4\n"), ("mixed.csv", b"a,b\n1,x\nq,y\n3,z\n"), ("z.txt", zlib.compress(b"a\nbc\n"))):
    with open(name, "wb") as file:
        file.write(text)
rag = tf.ragged.constant([[1, 2], [3]])
png = tf.io.encode_png(tf.zeros((2, 2, 3), tf.uint8))


def again():
    tape = tf.GradientTape(persistent=True)
    with tape:
        y = x * x
    tape.gradient(y, x)
    with tape:
        y = x * x
    return tape.gradient(y, x)


def anew():
    tape = tf.GradientTape()
    with tape:
        y = x * x
    tape.gradient(y, x)
    with tape:
        y = x * x * x
    return tape.gradient(y, x)


def nested():
    with tf.GradientTape() as tape:
        with tape:
            pass


def shown(value):
    if isinstance(value, dict):
        return {key: shown(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [shown(item) for item in value]
    value = value.numpy() if hasattr(value, "numpy") else value
    return value.tolist() if hasattr(value, "tolist") else value if isinstance(value, (int, float, str, bytes)) else type(value).__name__


def attempt(source):
    try:
        print(source, "gives", shown(eval(source)))
    except Exception as error:
        print(source, type(error).__name__, str(error).split("\n")[0])


for source in ("again()", "anew()", "nested()", "twice()", "tf.Variable()", "tf.Variable(None)", "tf.Variable(lambda: None)",
               "list(D.range(2).flat_map(lambda v: D.from_tensors(v)))", "D.from_tensor_slices([[1], [2, 3]])", "D.from_tensors([[1], [2, 3]])",
               "tf.constant([[1], [2, 3]])", "tf.convert_to_tensor([[1, 2], [3]])", "tf.random.uniform((2,), dtype=tf.int32)",
               "tf.random.uniform((2,), dtype='int64')", "tf.random.stateless_uniform((2,), seed=[1, 2], dtype=tf.int32)",
               "tf.data.experimental.make_csv_dataset('nothing*.csv', 2)", "tf.data.experimental.make_csv_dataset('a.csv', 2, label_name='q')",
               "tf.data.experimental.make_csv_dataset('a.csv', 2, column_names=['a', 'a', 'b'])",
               "tf.data.experimental.make_csv_dataset('noheader.csv', 2, header=False)",
               "tf.data.experimental.make_csv_dataset('a.csv', 2, select_columns=['q'])",
               "tf.data.experimental.make_csv_dataset('a.csv', 2, column_names=['a', 'b'])",
               "list(tf.data.experimental.CsvDataset('bad.csv', [tf.int32, tf.float32, tf.string], header=True))",
               "list(tf.data.experimental.CsvDataset('short.csv', [tf.int32, tf.float32, tf.string], header=True))",
               "list(tf.data.experimental.CsvDataset('a.csv', [tf.int32, tf.float32, tf.string], header=True))", "tf.io.decode_csv(['1,2'], [[1]])",
               "tf.io.decode_csv(['1,q'], [[1], [1]])", "tf.io.decode_csv(['1,'], [[1], tf.constant([], tf.int32)])",
               "tf.io.decode_csv(['1,q'], [[1.0], [1.0]])", "tf.io.decode_csv(['1,'], [[1], [5]])",
               "list(D.range(3).padded_batch(2, padded_shapes=[2]))",
               "list(D.from_tensor_slices([[1, 2], [3, 4]]).padded_batch(2, padded_shapes=[]))",
               "list(D.from_tensor_slices([[1, 2], [3, 4]]).padded_batch(2, padded_shapes=[1]))",
               "list(D.from_tensor_slices([[1, 2], [3, 4]]).padded_batch(2, padded_shapes=[None, None]))", "D.list_files('nothing*')",
               "list(D.list_files('nothing*'))", "tf.concat([tf.constant(['a']), tf.constant([1])], 0)", "tf.strings.length(5)",
               "tf.strings.lower([1, 2])", "tf.strings.join([1, 'a'])", "tf.strings.split(5)", "tf.strings.upper(tf.constant([1.5]))",
               "tf.strings.to_number(5)", "tf.strings.substr(5, 1, 1)", "tf.strings.regex_replace(5, 'a', 'b')",
               "list(D.range(3).scan(tf.constant(0, tf.int64), lambda s, v: (s + v, s)))", "list(D.range(3).reduce(0, lambda s, v: (s, v)))",
               "D.range(3).reduce(np.int64(0), lambda s, v: (s, v))", "D.range(3).reduce((np.int64(0), np.int64(0)), lambda s, v: s[0] + v)",
               "D.range(3).reduce(np.int64(0), lambda s, v: s + v)", "D.from_generator(5, output_types=tf.int32)",
               "D.from_generator([1, 2], output_types=tf.int32)", "list(D.from_generator(lambda: [(1, 2)], output_types=tf.int32))",
               "list(D.from_generator(lambda: [1], output_types=(tf.int32, tf.int32)))",
               "list(D.from_generator(lambda: ['a'], output_types=tf.int32))",
               "list(D.from_generator(lambda: [[1, 2]], output_types=tf.int32, output_shapes=()))",
               "list(D.from_generator(lambda: [[1, 2, 3]], output_signature=tf.TensorSpec((2,), tf.int32)))",
               "list(D.from_generator(lambda: [(1, 2, 3)], output_signature=(tf.TensorSpec((), tf.int32), tf.TensorSpec((), tf.int32))))",
               "list(D.from_generator(lambda: [{'a': 1}], output_signature={'b': tf.TensorSpec((), tf.int32)}))", "D.range(3).shuffle(0)",
               "list(D.range(3).shuffle(0))", "list(D.range(3).shuffle(-5))", "D.range(3).shuffle(2.5)",
               "tf.image.flip_left_right(tf.zeros((4, 4)))", "tf.image.rot90(tf.zeros((4, 4)))", "tf.image.adjust_contrast(tf.zeros((4, 4)), 2)",
               "tf.image.rgb_to_grayscale(tf.zeros((4, 4, 1)))", "tf.image.rgb_to_hsv(tf.zeros((4, 4, 1)))",
               "tf.image.adjust_hue(tf.zeros((4, 4, 1)), 0.1)", "tf.image.adjust_saturation(tf.zeros((4, 4, 1)), 2)",
               "tf.image.random_flip_left_right(tf.zeros((4, 4)))", "tf.image.central_crop(tf.zeros((4, 4)), 0.5)",
               "tf.image.resize(tf.zeros((4, 4)), (2, 2))", "tf.image.per_image_standardization(tf.zeros((4, 4)))",
               "tf.image.random_crop(image, (5, 5, 3))", "tf.image.random_crop(image, (2, 2))", "tf.image.flip_up_down(tf.zeros(4))",
               "tf.image.transpose(tf.zeros((4, 4)))", "tf.image.pad_to_bounding_box(tf.zeros((4, 4)), 0, 0, 5, 5)",
               "tf.image.grayscale_to_rgb(tf.zeros((4, 4, 3)))", "tf.image.random_brightness(image, -1)", "tf.io.decode_image(png, dtype=tf.int32)",
               "tf.io.decode_png(png, dtype=tf.int32)", "tf.io.decode_png([png, png])", "tf.io.decode_image([png])", "tf.io.decode_image('abc')",
               "tf.io.decode_jpeg(5)", "tf.io.read_file(['a', 'b'])", "tf.io.read_file('nothing')", "tf.io.write_file('x', ['a', 'b'])",
               "tf.io.gfile.copy('a.csv', 'bad.csv')", "tf.io.gfile.rename('a.csv', 'bad.csv')", "tf.io.gfile.copy('nothing', 'y')",
               "tf.io.gfile.remove('nothing')", "rag[5]", "rag[-5]", "rag[2]", "rag[5, 0]", "rag[0][1]", "rag[-1]",
               "tf.strings.length('a', unit='nothing')", "tf.strings.substr('abc', 0, 1, unit='nothing')", "tf.strings.format('{} {}', 1)",
               "tf.strings.format('{}', (1, 2))", "tf.strings.format('a', 1)",
               "[x.numpy() for x in tf.data.TextLineDataset('z.txt', compression_type='ZLIB')]",
              
               "[x.numpy() for x in tf.data.TextLineDataset('z.txt', compression_type='GZIP')]",
               "[x.numpy() for x in tf.data.TextLineDataset('a.csv', compression_type='ZLIB')]",
               "tf.io.decode_raw(b'\\x00\\x01\\x00\\x02', tf.int16, little_endian=False)",
               "tf.io.decode_raw([b'\\x00\\x01', b'\\x00\\x02'], tf.uint16, little_endian=False)", "tf.io.decode_raw(b'abc', tf.int16)",
               "tf.io.decode_raw(b'abc', tf.uint8, little_endian=False)", "list(D.zip({'a': D.range(2), 'b': D.range(5, 9)}))",
               "list(D.zip((D.range(2), D.range(3)), D.range(4)))", "list(D.zip(((D.range(2), D.range(3)), D.range(4))))",
               "list(D.zip({'a': D.range(2), 'b': (D.range(3), D.range(4))}))", "D.zip({'a': D.range(2), 'b': D.range(5, 9)}).element_spec",
               "len(D.zip((D.range(2), D.range(3)), D.range(4)))", "D.zip(5)", "D.zip()", "D.zip([D.range(2), D.range(3)])",
               "D.zip((D.range(2), 5))", "D.range(5).bucket_by_sequence_length(lambda v: 1, [2, 3], [2, 2])",
               "[{k: v.numpy().tolist() for k, v in x.items()} for x in tf.data.experimental.make_csv_dataset('mixed.csv', 2, "
               "column_defaults=[tf.int32, tf.string], num_epochs=1, shuffle=False, ignore_errors=True)]",
               "[{k: v.numpy().tolist() for k, v in x.items()} for x in tf.data.experimental.make_csv_dataset('mixed.csv', 2, "
               "column_defaults=[tf.int32, tf.string], num_epochs=1, shuffle=False)]",
               "list(D.range(2).interleave(lambda v: [v]))"):
    attempt(source)
for source in ("list(D.from_generator(lambda: [[1, 2]], tf.int32).padded_batch(2, padded_shapes=[None, None]))",
               "list(D.from_generator(lambda: [[1, 2], [1]], tf.int32).padded_batch(2, padded_shapes=[1]))",
               "list(D.from_generator(lambda: ['a'], output_signature=tf.TensorSpec((), tf.int32)))"):
    attempt(source)
try:
    print(list(tf.data.TextLineDataset("z.txt", compression_type="nothing")))
except tf.errors.InvalidArgumentError as error:
    print("refused:", "Unsupported compression_type." in str(error))
for name in ("a.csv", "bad.csv", "short.csv", "noheader.csv", "mixed.csv", "z.txt", "x"):
    if os.path.exists(name):
        os.remove(name)
