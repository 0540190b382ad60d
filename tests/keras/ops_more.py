# close
import warnings
import numpy as np
import keras
from keras import ops
import tensorflow as tf
warnings.simplefilter("ignore")
rs = np.random.RandomState(0)
x = ops.convert_to_tensor(rs.randn(2, 4).astype('float32'))
y = ops.convert_to_tensor(rs.randn(2, 4).astype('float32'))
s = ops.convert_to_tensor(rs.rand(3, 3).astype('float32'))
v = ops.convert_to_tensor(np.array([0.5, -1.5, 2.0, 0.25], 'float32'))
n = ops.convert_to_tensor(np.array([[1.0, np.nan, 3.0], [np.nan, 0.5, -0.5]], 'float32'))
i = ops.convert_to_tensor(np.array([5, 3, 6, 1], 'int32'))
j = ops.convert_to_tensor(np.array([1, 2, 3, 4], 'int32'))
im = ops.convert_to_tensor(rs.rand(1, 4, 4, 4).astype('float32'))
k = ops.convert_to_tensor(rs.randn(3, 3, 4, 2).astype('float32') * .2)


def show(value):
    if isinstance(value, (list, tuple)):
        return '[' + ' '.join(show(item) for item in value) + ']'
    value = np.array(value)
    text = (np.round(value.astype('float64'), 4) + 0.).ravel().tolist() if value.dtype.kind in 'fiub' else str(value)
    return f'{value.dtype}{value.shape} {text}'


for line in '''cbrt(x); celu(x, 0.7); glu(x); glu(x, axis=0); hard_shrink(x); soft_shrink(x, 0.3); hard_tanh(x); tanh_shrink(x); threshold(x, 0.2, -1.0)
squareplus(x); squareplus(x, 2); sparse_plus(x); sparse_sigmoid(x); fabs(x); exp2(x); log2(abs(x)); log10(abs(x)); deg2rad(x); rad2deg(x)
sinc(x); heaviside(x, 0.5); isneginf(x); isposinf(x); isreal(x); real(x); imag(x); conj(x); angle(x); nan_to_num(n); nan_to_num(n, nan=7.0)
saturate_cast(x * 300, "int8"); dtype(x); hypot(x, y); logaddexp(x, y); logaddexp2(x, y); fmax(n, 1.0); fmin(n, 0.0); fmod(x * 5, 1.5); ldexp(x, j)
inner(x, y); vdot(x, y); kron(x[:, :2], y[:2, :2]); cross(x[:, :3], y[:, :3]); append(x, y); append(x, y, axis=0); array_split(v, 3); dstack([x, y])
hsplit(x, 2); vsplit(x, 2); flipud(x); fliplr(x); rot90(x); rot90(x, 3); diff(x); diff(x, n=2); diff(x, axis=0); diagonal(s); diagonal(s, 1); trace(s)
trace(s, offset=-1); diagflat(v); tri(3); tri(2, 3, 1); empty_like(x).shape; meshgrid(v, x[0]); meshgrid(v, x[0], indexing="ij"); vander(v); vander(v, 3, True); slice(x, (0, 1), (2, 2))
select([x > 0, x < -0.5], [x, -x], 9.0); ptp(x); ptp(x, axis=1); nansum(n); nansum(n, axis=0); nanprod(n); nanmean(n, axis=1); nanvar(n, axis=1); nanstd(n); nanmax(n, axis=0); nanmin(n)
nancumsum(n, axis=1); cumprod(v); cumprod(x, axis=1); nancumprod(n, axis=1); trapezoid(v); trapezoid(x, dx=0.5); trapezoid(v, x=v); moments(x, axes=[0]); moments(x, axes=1, keepdims=True); allclose(x, x)
normalize(x); normalize(x, axis=0, order=1); batch_normalization(x, v, abs(v), axis=-1); batch_normalization(x, v, abs(v), -1, offset=v, scale=v); layer_normalization(x); rms_normalization(x, 2.0)
binary_crossentropy(sigmoid(y), sigmoid(x)); binary_crossentropy(sigmoid(y), x, from_logits=True); categorical_crossentropy(softmax(y), softmax(x)); categorical_crossentropy(softmax(y), x, from_logits=True)
sparse_categorical_crossentropy(j[:2], softmax(x)); sparse_categorical_crossentropy(j[:2], x, from_logits=True); multi_hot(j, 6); psnr(x, y, 2.0)
conv(im, k); conv(im, k, strides=2, padding="same"); conv(im, k, dilation_rate=1, padding="same"); depthwise_conv(im, k); separable_conv(im, k, ones((1, 1, 8, 2))); max_pool(im, 2); max_pool(im, 3, 1, "same"); average_pool(im, 2)
conv_transpose(im, ops.transpose(k, (0, 1, 3, 2))[:, :, :, :4], strides=2); depth_to_space(im, 2); space_to_depth(im, 2)
cond(x[0, 0] > 0, lambda: x, lambda: y); switch(1, [lambda a: a, lambda a: -a], v); while_loop(lambda a: a < 5, lambda a: (a + 2,), (0,)); fori_loop(0, 4, lambda i, a: a + i, 1.0)
scan(lambda c, a: (c + a, c * a), 1.0, v); scan(lambda c, a: (c + a, c), zeros(()), v, reverse=True); map(lambda a: a * 2, x); vectorized_map(lambda a: sum(a), x)
scatter([[0], [2], [0]], x[:, 0:1][:1] * ones((3, 1)), (4, 1)); scatter_update(x, [[0, 1], [1, 2]], v[:2]); slice_update(x, (0, 1), zeros((2, 2)))
segment_sum(v, np.array([0, 1, 1, 2])); segment_max(v, np.array([0, 1, 1, 3]), 4); segment_min(x, np.array([0, 0])); segment_prod(v, np.array([0, 0, 1, 1])); get_item(x, 1)
argpartition(v, 2)[:1]; bartlett(5); blackman(4); hamming(5); hanning(5); kaiser(4, 2.0); bincount(i); bitwise_and(i, j); bitwise_or(i, j); bitwise_xor(i, j); bitwise_not(i); left_shift(i, j); right_shift(i, 1)
corrcoef(x); correlate(v, v[:2]); digitize(v, np.array([0.0, 1.0])); gcd(i, j); lcm(i, j); i0(v); isin(i, j); nanargmax(n, axis=1); nanargmin(n, axis=1); searchsorted(np.array([0.0, 1.0, 2.0], 'float32'), v)
signbit(x); unravel_index(i, (3, 4)); geomspace(1.0, 8.0, 4); logspace(0.0, 2.0, 3); median(x); median(x, axis=1); nanmedian(n); percentile(x, 30.0); quantile(x, 0.4, axis=0); histogram(v, 3)
cholesky(matmul(s, transpose(s)) + eye(3)); det(s); inv(s); solve(s, s); slogdet(s); logdet(matmul(s, transpose(s)) + eye(3)); matrix_rank(s); pinv(s); eigh(s + transpose(s))[0]; svd(s, compute_uv=False)
abs(qr(s)[1]); lstsq(s, ones((3, 1))); solve_triangular(s, ones((3, 1)), lower=True); cdist(x, y); fft((x, y)); ifft2((x, y)); rfft(v); irfft(rfft(v))
dot_product_attention(im, im, im); dot_product_attention(im, im, im, is_causal=True); dot_product_attention(im, im, im, scale=0.5, bias=ones((1, 4, 4, 4)))
erfc(x); cholesky_inverse(tril(s + eye(3))); fft2((x, y)); nanpercentile(n, 50.0); nanquantile(n, 0.5); nextafter(v, 9.0); vectorize(lambda a: a * 2 + 1)(v)'''.replace('\n', '; ').split('; '):
    try:
        print(line, show(eval(line, dict({name: getattr(ops, name) for name in dir(ops) if name[0] != "_"}, ops=ops, np=np, x=x, y=y, s=s, v=v, n=n, i=i, j=j, im=im, k=k))))
    except Exception as e:
        print(line, type(e).__name__, str(e)[:200].split('\n')[0])
print(ops.nn.relu(v).numpy(), ops.numpy.add(v, 1).numpy(), ops.linalg.norm(v).numpy())
with tf.GradientTape(persistent=True) as t:
    t.watch(x)
    a = ops.sum(ops.cumprod(x, axis=1)) + ops.sum(ops.logaddexp(x, y)) + ops.sum(ops.celu(x)) + ops.sum(ops.layer_normalization(x) ** 3)
    b = ops.sum(ops.kron(x, y)) + ops.trace(ops.matmul(x, ops.transpose(x))) + ops.sum(ops.diff(x) ** 2) + ops.sum(ops.scatter_update(x, [[0, 1]], [5.0]))
print(np.round(t.gradient(a, x).numpy(), 4).tolist(), np.round(t.gradient(b, x).numpy(), 4).tolist())
z = keras.Input((4,))
m = keras.Model(z, ops.concatenate([ops.celu(z), ops.log2(ops.exp(z)), ops.rms_normalization(z), ops.glu(z)], axis=-1))
print(m.output_shape, np.round(m.predict(np.array(x), verbose=0)[0], 4).tolist())
