# close: what lessons on tensors use: places, loops, modules, matrices, segments.
import numpy as np
import tensorflow as tf

x = tf.constant([[1., 2., 3.], [4., 5., 6.]])
i = tf.constant([[0, 1], [1, 2]])
s = tf.constant([[4., 1., 0.5], [1., 3., 0.2], [0.5, 0.2, 2.]])


def show(*values):
    for value in values:
        value = np.array(value)
        print(value.dtype, value.shape, (np.round(value.astype('float64'), 4) + 0.).ravel().tolist() if value.dtype.kind in 'fiub' else value)


show(tf.gather_nd(x, i), tf.gather_nd(x, [[1]]), tf.scatter_nd([[0], [2]], tf.constant([5., 6.]), [4]))
show(tf.tensor_scatter_nd_update(x, i, [9., 8.]), tf.tensor_scatter_nd_add(x, i, [1., 1.]), tf.tensor_scatter_nd_sub(x, i, [1., 1.]))
show(tf.searchsorted([1., 3., 5.], [0., 3., 4.]), tf.searchsorted([1., 3., 5.], [3.], side='right'), *tf.meshgrid([1, 2], [3, 4, 5]))
show(tf.sequence_mask([1, 3, 2]), tf.sequence_mask([1, 2], 4, dtype=tf.float32), *tf.unique_with_counts(tf.constant([3, 1, 3, 2])))
show(tf.reverse_sequence(x, [2, 3], seq_axis=1, batch_axis=0), *tf.dynamic_partition([1, 2, 3, 4], [0, 1, 0, 1], 2))
show(tf.dynamic_stitch([[0, 2], [1]], [[10, 30], [20]]), tf.strided_slice(x, [0, 0], [2, 3], [1, 2]), *tf.shape_n([x, s]))
show(tf.ensure_shape(x, [None, 3]), tf.scalar_mul(2., x), tf.saturate_cast(tf.constant([300., -5.]), tf.uint8), tf.truncatediv(7, -2), tf.truncatemod(7, -2))
show(tf.realdiv(x, 2.), *tf.identity_n([x]), tf.histogram_fixed_width([0.1, 0.5, 2.0], [0., 1.], nbins=4))
show(tf.cond(tf.constant(True), lambda: x, lambda: -x), tf.case([(tf.constant(False), lambda: 1.), (tf.constant(True), lambda: 2.)]))
show(tf.switch_case(tf.constant(1), [lambda: 1., lambda: 5.]), *tf.while_loop(lambda a, b: a < 5, lambda a, b: (a + 2, b * 2), [0, 1]))
show(tf.foldl(lambda a, b: a + b, x), tf.foldr(lambda a, b: a - b, tf.constant([1., 2., 4.])), tf.scan(lambda a, b: a + b, tf.constant([1., 2., 3.])))
show(tf.scan(lambda a, b: a * b, tf.constant([1., 2., 3.]), initializer=tf.constant(2.)), tf.vectorized_map(lambda r: tf.reduce_sum(r), x))
with tf.control_dependencies([x]), tf.name_scope('a') as scope, tf.device('/CPU:0'):
    print(scope)
print(isinstance(x, tf.Tensor), isinstance(x, tf.IndexedSlices), tf.as_dtype('float32') == tf.float32, tf.double == tf.float64, tf.half, tf.complex64)
show(tf.zeros_initializer()((2,)), tf.ones_initializer()((2,)), tf.constant_initializer(3.)((2,)))


class Dense(tf.Module):
    def __init__(self, n, m, name=None):
        super().__init__(name=name)
        self.w = tf.Variable(tf.ones((n, m)), name='w')
        self.b = tf.Variable(tf.zeros((m,)), name='b', trainable=False)

    @tf.Module.with_name_scope
    def __call__(self, x):
        return tf.matmul(x, self.w) + self.b


class TwoLayers(tf.Module):
    def __init__(self):
        super().__init__()
        self.layers = [Dense(3, 2), Dense(2, 1, name='last')]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


m = TwoLayers()
print(m.name, [layer.name for layer in m.submodules], len(m.variables), len(m.trainable_variables))
show(m(x))
with tf.GradientTape() as t:
    loss = tf.reduce_sum(m(x) ** 2)
show(*t.gradient(loss, m.trainable_variables))
show(tf.math.cumprod(x, axis=1), tf.math.cumprod(x, axis=1, reverse=True), tf.math.erfc(x), tf.math.rint([0.5, 1.6]), tf.math.polyval([1., 2.], x))
show(tf.math.multiply_no_nan([1., 2.], [0., 3.]), tf.math.reciprocal_no_nan([0., 2.]), tf.math.xlogy([0., 2.], [0., 3.]), tf.math.xlog1py([0., 2.], [0., 3.]))
show(tf.math.xdivy([0., 2.], [0., 4.]), tf.math.zero_fraction([0., 1.]), tf.math.is_non_decreasing([1, 1, 2]), tf.math.is_strictly_increasing([1, 1]))
show(tf.math.invert_permutation([2, 0, 1]), tf.math.cumulative_logsumexp(x, axis=1), tf.math.lgamma([2.5, 4.]), tf.math.bessel_i0([0.5]))
show(tf.math.segment_sum(x, [0, 0]), tf.math.segment_mean(x, [0, 1]), tf.math.segment_max(x, [0, 0]), tf.math.segment_min(x, [0, 0]), tf.math.segment_prod(x, [0, 0]))
show(tf.math.unsorted_segment_sum(x, [1, 0], 2), tf.math.unsorted_segment_mean(x, [1, 1], 3), tf.math.unsorted_segment_max(x, [1, 0], 2))
show(tf.math.asinh(x), tf.math.acosh(x), tf.math.atanh(x / 10), tf.math.real(x), tf.math.imag(x), tf.math.conj(x))
show(tf.linalg.inv(s), tf.linalg.det(s), tf.linalg.cholesky(s), tf.linalg.logdet(s), tf.linalg.pinv(s), tf.linalg.matrix_rank(s), tf.linalg.eigvalsh(s))
show(tf.linalg.eigh(s)[0], tf.abs(tf.linalg.qr(s)[1]), tf.linalg.svd(s)[0], tf.linalg.svd(s, compute_uv=False), tf.linalg.lstsq(s, s), tf.linalg.slogdet(s)[1])
u, a, v = [tf.linalg.svd(s)[k] for k in (1, 0, 2)]
show(tf.matmul(u, tf.linalg.matmul(tf.linalg.diag(a), v, transpose_b=True)))
show(tf.linalg.triangular_solve(tf.linalg.cholesky(s), x[0][:, None]), tf.linalg.cholesky_solve(tf.linalg.cholesky(s), x[0][:, None]), tf.linalg.solve(s, x[0][:, None]))
show(tf.linalg.adjoint(x), tf.linalg.cross(x, x * [1., 2., 0.]), tf.linalg.band_part(s, 0, -1), tf.linalg.set_diag(s, [1., 1., 1.]), *tf.linalg.normalize(x, axis=1))
show(tf.linalg.global_norm([x, x]))
p = tf.reshape(tf.range(24.), (1, 4, 6)) / 24
show(tf.nn.conv1d(p, tf.ones((2, 6, 2)), 1, 'VALID'), tf.nn.max_pool1d(p, 2, 2, 'VALID'), tf.nn.avg_pool1d(p, 2, 2, 'VALID'))
q = tf.reshape(tf.range(32.), (1, 4, 4, 2)) / 32
show(tf.nn.depthwise_conv2d(q, tf.ones((2, 2, 2, 1)), [1, 1, 1, 1], 'VALID'), tf.nn.separable_conv2d(q, tf.ones((2, 2, 2, 1)), tf.ones((1, 1, 2, 1)), [1, 2, 2, 1], 'SAME'))
show(tf.nn.batch_normalization(x, 1., 4., 0.5, 2., 1e-3), tf.nn.weighted_cross_entropy_with_logits(labels=x / 6, logits=x, pos_weight=2.), tf.nn.log_poisson_loss(x, x / 3))
show(tf.nn.crelu(x - 3.), tf.nn.depth_to_space(tf.reshape(q, (1, 2, 4, 4)), 2), tf.nn.space_to_depth(q, 2), tf.nn.zero_fraction([0., 1.]), tf.nn.in_top_k([1, 2], x, 1))
for call in (lambda: tf.gather_nd(x, [[5, 0]]), lambda: tf.ensure_shape(x, [3, None]), lambda: tf.Assert(tf.constant(False), [x])):
    try:
        call()
    except Exception as e:
        print(type(e).__name__)
