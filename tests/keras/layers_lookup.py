# close
import numpy as np, keras
from keras import layers
texts = ["The cat sat on the mat.", "The dog ate my homework!", "Dogs and cats; cats, and DOGS?", "a mat"]
tv = layers.TextVectorization()
tv.adapt(texts)
print(tv.get_vocabulary(), tv.vocabulary_size())
o = tv(["the cat ate", "unknown words here the dog"])
print(np.asarray(o).tolist(), np.asarray(o).dtype, o.shape)
tv = layers.TextVectorization(max_tokens=6, output_mode="int", output_sequence_length=4)
tv.adapt(np.array(texts)); print(tv.get_vocabulary())
print(np.asarray(tv(np.array([["the cat on the mat and"], ["dog"]]))).tolist())
print(np.asarray(tv("the mat")).tolist())
for mode in ("multi_hot", "count", "tf_idf"):
    v = layers.TextVectorization(output_mode=mode, max_tokens=5); v.adapt(texts)
    r = np.asarray(v(["the the cat", "zzz dogs"]))
    print(mode, v.get_vocabulary(), r.round(4).tolist(), r.dtype)
v = layers.TextVectorization(standardize=None, split="character", vocabulary=["a", "b", "C"]); print(np.asarray(v(["abC!", "ba"])).tolist(), v.get_vocabulary())
v = layers.TextVectorization(standardize="lower", ngrams=2); v.adapt(["foo bar baz", "foo bar"]); print(v.get_vocabulary())
v = layers.TextVectorization(standardize="strip_punctuation", vocabulary=["Foo", "bar"], output_mode="multi_hot", pad_to_max_tokens=True, max_tokens=6); print(np.asarray(v(["Foo, foo", "bar"])).tolist())
s = layers.StringLookup(vocabulary=["a", "b", "c"]); print(np.asarray(s(["a", "z", "c"])).tolist(), s.get_vocabulary(), s.vocabulary_size())
s = layers.StringLookup(mask_token="", num_oov_indices=1); s.adapt([["x", "y"], ["y", "w"]]); print(s.get_vocabulary(), np.asarray(s([["y", ""], ["q", "x"]])).tolist())
s = layers.StringLookup(vocabulary=["a", "b"], output_mode="one_hot"); print(np.asarray(s(["a", "z", "b"])).tolist(), np.asarray(s(["a"])).dtype)
s = layers.StringLookup(vocabulary=["a", "b"], num_oov_indices=0); print(np.asarray(s(["a", "b"])).tolist(), s.get_vocabulary())
i = layers.IntegerLookup(vocabulary=[12, 36, 1138]); print(np.asarray(i(np.array([[12, 1138], [42, 36]]))).tolist(), i.get_vocabulary())
i = layers.IntegerLookup(output_mode="multi_hot"); i.adapt([3, 3, 5, 7, 7, 7]); print(i.get_vocabulary(), np.asarray(i(np.array([[3, 7], [1, 1]]))).tolist())
d = layers.Discretization(bin_boundaries=[0.0, 1.0, 2.0]); print(np.asarray(d(np.array([[-1.5, 1.0, 3.4, .5], [0.0, 3.0, 1.3, 0.0]]))).tolist())
d = layers.Discretization(bin_boundaries=[0.0, 1.0], output_mode="one_hot"); print(np.asarray(d(np.array([-1.5, .5]))).tolist())
for f in (lambda: layers.TextVectorization(output_mode="x"), lambda: layers.StringLookup(vocabulary=["a", "a"]), lambda: layers.TextVectorization(standardize="q"), lambda: layers.StringLookup(vocabulary=["a"], num_oov_indices=0)(["z"]), lambda: layers.Discretization()):
    try: f()
    except Exception as e: print(type(e).__name__, str(e)[:110] if isinstance(e, ValueError) else "")
m = keras.Sequential([keras.Input((4,)), layers.Embedding(6, 2), layers.GlobalAveragePooling1D(), layers.Dense(1)])
m.compile("sgd", "mse"); h = m.fit(tv(texts), np.array([0., 1, 0, 1]), epochs=1, verbose=0); print(len(h.history["loss"]))
c = tv.get_config(); c.pop("dtype"); print(c)
