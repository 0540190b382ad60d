# close
import numpy as np
import keras
from keras import ops

np.set_printoptions(precision=4, suppress=True)

x = np.array([[0.5, -0.25, 0.1], [0.75, 0.3, -0.6]], dtype="float32")
for name in ("absolute", "exp", "expm1", "log1p", "square", "sign", "floor", "ceil", "sin", "cos", "tan", "arcsin", "arccos",
             "arctan", "sinh", "cosh", "tanh", "arcsinh", "arctanh", "erf", "isnan", "isinf", "isfinite", "sigmoid", "softplus",
             "softsign", "silu", "selu", "hard_sigmoid", "hard_silu", "log_sigmoid", "relu", "relu6", "leaky_relu", "elu", "gelu",
             "softmax", "log_softmax", "sum", "mean", "prod", "max", "min", "var", "std", "logsumexp", "argmax", "argmin",
             "cumsum", "ravel", "transpose", "sort", "argsort", "flip", "zeros_like", "ones_like", "negative", "round", "trunc"):
    print(name, ops.convert_to_numpy(getattr(ops, name)(x)).tolist())
print(ops.add(1, 2.5), ops.divide([1, 2], 2), ops.maximum(x, 0.2)[0], ops.power([1, 2], 2), ops.mod(7, 3), ops.arctan2(1., 2.))
print(ops.matmul(x, x.T), ops.dot(x, x[0]), ops.outer([1, 2], [3, 4]), ops.tensordot(x, x.T, 1).shape, ops.einsum("ij,kj->ik", x, x).shape)
print(ops.reshape(x, (3, 2)).shape, ops.expand_dims(x, -1).shape, ops.squeeze(x[None]).shape, ops.swapaxes(x, 0, 1).shape, ops.moveaxis(x, 0, 1).shape)
print(ops.concatenate([x, x], axis=1).shape, ops.stack([x, x]).shape, ops.hstack([x, x]).shape, ops.vstack([x, x]).shape, [i.shape for i in ops.split(x, 3, axis=1)])
print(ops.tile([1, 2], 2), ops.repeat([1, 2], 2), ops.pad([1, 2], 1), ops.take([5, 6, 7], [2, 0]), ops.take_along_axis(x, np.array([[0], [1]]), axis=1))
print(ops.where([True, False], 1, 2), ops.clip(x, -0.2, 0.4)[0], ops.one_hot([0, 2], 3), ops.cast([0.5, 1.5], "int32"), ops.shape(x), ops.size(x), ops.ndim(x))
print(ops.zeros((2,)), ops.ones((2,), dtype="int32"), ops.full((2,), 3), ops.eye(2), ops.arange(3), ops.linspace(0, 1, 3), ops.identity(2)[0])
print(ops.any(x > 0.7), ops.all(x > -1, axis=1), ops.norm(x), ops.average(x), ops.count_nonzero([1, 0]), ops.top_k([1., 3., 2.], 2)[0], ops.amax(x), ops.amin(x))
print(ops.equal(1, 1), ops.not_equal(1, 1), ops.less(1, 2), ops.less_equal(1, 2), ops.greater(1, 2), ops.greater_equal(1, 2), ops.logical_and(True, False), ops.logical_or(True, False), ops.logical_not(True), ops.logical_xor(True, False))
print(ops.subtract(3, 1), ops.multiply(2, 3), ops.floor_divide(7, 2), ops.minimum(1, 2), ops.true_divide(1, 2), ops.roll([1, 2, 3], 1), ops.tril(x[:, :2]), ops.triu(x[:, :2]), ops.unstack([1, 2]), ops.broadcast_to([1], (2,)))
print(ops.sqrt(4.0) / 10, ops.rsqrt(4.0), ops.reciprocal(4.0), ops.log(2.0), ops.full_like([1.5], 2), ops.isclose(1.0, 1.0), ops.convert_to_tensor([1, 2]), ops.stop_gradient(1.0), ops.nonzero([0, 3])[0], ops.arccosh(1.5), ops.diag([1, 2]))
