/* Primitive ops, private to engine/nn: one row each, with formula, shape rule, forward and backward. nn_op appends a
 * node.
 *
 *   NnTensor *z = nn_op("matmul", (NnTensor *[]){x, kernel}, 2, NULL, error);
 *
 * The rows (B: any leading dimensions; attributes by slot: r0 = real[0], i0 = integer[0], shape):
 *
 *   matmul      x[B,k] w[k,n] -> [B,n]             add_bias  x[B,n] b[n] -> [B,n]
 *   add subtract multiply   numpy's broadcasting
 *   scale       r0 * x + r1                        identity  x
 *   relu        r0 negative_slope, r1 max_value (0 with i0 == 0: none; i0 = 1: r1 counts), r2 threshold
 *   leaky_relu  r0 negative_slope                  elu  r0 alpha          selu
 *   sigmoid  tanh  softplus  softsign  exp  silu  hard_sigmoid (relu6(x + 3) / 6)  hard_silu  log_sigmoid  mish
 *   gelu        i0 = 1: tanh approximation         softmax  log_softmax (over the last axis)
 *   reshape     shape: the target without the batch, all known    flatten  [batch, ...] -> [batch, product]
 *   squeeze     [..., 1] -> [...]                  expand  [...] -> [..., 1]
 *   dropout     r0 rate; i0: 1 always, 0 never, -1 while training; i1 seed of its own or 0
 *   noise       i0, i1 as dropout's; i2 an NnNoise, r0 rate or deviation; shape: the noise's, 1 where numbers of an
 * axis share theirs, rank 0: the input's mean sum    over all dimensions but the first -> [batch]       sum_all  ->
 * scalar l1 l2       r0 * sum |w|, r0 * sum w^2 -> scalar orthogonal  r0 * mean |cosine| of two rows (i0 = 1: columns)
 * of w -> scalar conv depthwise_conv conv_transpose   x, kernel: see window.h for the attributes; i1 groups, i2 the
 * activation (conv) max_pool average_pool   x: see window.h        mean_axes max_axes   over all axes between the first
 * and the last permute     shape: the axis of x that becomes each axis of y; the batch stays first maximum minimum
 * numpy's broadcasting; where both are equal the gradient is the first one's pad         shape: before and after axis
 * 1, before and after axis 2, ...: zeros, or where negative so much is cut off concatenate a, b: along axis i0 repeat
 * each place along axis i0 stands i1 times reverse     axis i0 in the other direction    resize   x[B,H,W,C], shape:
 * the new H, W; i0 = 1: nearest, 0: bilinear batch_dot   a[B,m,k] c[B,k,n] -> [B,m,n]      unit_norm  x / max(|x|, r0)
 * along axis i0 rms_norm    r0 epsilon, last axis              celu r0  hard_shrink r0  soft_shrink r0  sparse_plus
 * sparse_sigmoid squareplus r0  threshold (x above r0, r1 elsewhere) batch_norm  x gamma beta moving_mean
 * moving_variance, r0 momentum, r1 epsilon, i0 axis, i1 mode as dropout's i0 layer_norm  x gamma beta, r0 epsilon, i0
 * first of the normalized axes, which are the last ones recurrent and its like: see op_recurrent.h embedding   x[B,...]
 * whole numbers, table[n,d] -> [B,...,d]; a number outside [0, n) is bad data differs_from  1 where x is not r0, else
 * 0; any_other: where any number of the last axis is not r0 fold_time [B,T,...] -> [B T,...]    unfold_time i0 = T:
 * back    unfold_like x, y[B,T,...]: back to y's B and T last_step [B,T,...] -> [B,...]      keep_states y[B,T,n] and
 * variables [B,u], ...: y, whose last step the variables get augment encode standardize: see op_image.h log ... erf,
 * divide, power, equal ..., where, clip, broadcast   see op_elementwise.c reduce_sum reduce_mean reduce_max reduce_min
 * reduce_prod   i0 a bit an axis, i1 keeps them; argmax argmin cumsum: i0 axis reshape_to transpose concat slice
 * pad_axis gather one_hot batch_matmul   any axis, the batch too: see op_rearrange.c draw_normal draw_uniform   random
 * numbers of x's shape, r0 and r1 mean and deviation, or the bounds losses and metrics per sample: y_true, y_pred ->
 * [B] without the last dimension (see loss.h, metric.h) mean_squared_error  mean_absolute_error binary_crossentropy (i0
 * from_logits, r0 label_smoothing)    categorical_crossentropy (the same) sparse_categorical_crossentropy (i0
 * from_logits; y_true [B] or [B,1]; i2 1 with i3 ignore_class, whose rows are 0; r1 1: the other rows are scaled so
 * that the mean over all is the mean over them) mean_absolute_percentage_error  mean_squared_logarithmic_error
 * cosine_similarity  huber (r0 delta)  log_cosh hinge  squared_hinge  categorical_hinge  kl_divergence  poisson
 *     binary_focal_crossentropy  categorical_focal_crossentropy (r0 label_smoothing, r1 alpha, r2 gamma, i0
 * from_logits, i2 apply_class_balancing) dice tversky (r0 alpha, r1 beta)   y_true, y_pred -> [batch] with i0 = 1, else
 * a number binary_accuracy (r0 threshold)  categorical_accuracy  sparse_categorical_accuracy  accuracy (equality)
 *     top_k_categorical_accuracy  sparse_top_k_categorical_accuracy (i0 k)
 *
 * Kernels see plain dense buffers of one float type, targets included (class numbers are exact in it). */
#ifndef NNSH_ENGINE_NN_OP_H
#define NNSH_ENGINE_NN_OP_H

#include "engine/nn/tensor.h"

#define NN_MAX_INPUTS 8

/* What op `noise` does: drops and scales as dropout does, adds normals, multiplies by normals around 1, or drops as
 * AlphaDropout does. */
typedef enum NnNoise { NN_NOISE_DROP, NN_NOISE_PLUS, NN_NOISE_TIMES, NN_NOISE_ALPHA } NnNoise;

/* The float type a plan computes in. FLOAT64 runs the plain twins: gradient checks, activations of float64 arrays. */
typedef enum NnPrecision { NN_FLOAT32, NN_FLOAT64 } NnPrecision;

/* One run of an op. Shapes have the batch of now in place of -1. */
typedef struct NnRun {
  const NnAttributes *attributes;
  int count;
  const void *inputs[NN_MAX_INPUTS];
  NnShape input_shapes[NN_MAX_INPUTS];
  void *output;
  NnShape output_shape;
  /* Backward: the gradient of the output; where the inputs' gradients go, NULL where nobody asks. They are written, or
   * added to where accumulate is set. A gradient may share the output gradient's memory where the row allows it. */
  const void *gradient;
  void *input_gradients[NN_MAX_INPUTS];
  bool accumulate[NN_MAX_INPUTS];
  void *scratch;      /* scratch_size elements of the plan's type, kept from forward to backward */
  bool gradients;     /* a backward will follow this forward */
  uint64_t seed, step; /* random numbers are counter-based: keyed by seed, step, node, element */
  uint32_t node;
  Error *error;
} NnRun;

/* False with run->error filled: bad data (a label out of range). */
typedef bool (*NnKernel)(NnRun *run);

enum { NN_NEEDS_INPUTS = 1, NN_NEEDS_OUTPUT = 2 }; /* what backward reads beside the gradient */

struct NnOp {
  const char *name;
  const char *formula; /* and its source */
  int input_count; /* -1: as many as there are (concat) */
  bool (*shape)(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape, Error *error);
  NnKernel forward[2];  /* plain twins, by NnPrecision */
  NnKernel backward[2]; /* NULL: the op has no gradient (metrics) */
  NnKernel fast_forward, fast_backward; /* float32 with vector kernels; NULL: the plain twin */
  int needs;
  bool same_memory; /* the output is the input's elements, unchanged: plans let them share memory */
  int no_gradient;  /* bits of inputs through which no gradient can flow (targets of a cross entropy) */
  bool flat;        /* has no slope anywhere: backward gives zeros, and a tape ends here */
  bool
      mixes_rows; /* a row of the output may depend on several rows of the input: rows cannot be worked off in blocks */
  int64_t (*scratch_size)(const NnTensor *node, int64_t batch); /* NULL: none */
};

/* All rows; by name, NULL where there is none. */
const NnOp *const *nn_ops(int *count);
const NnOp *nn_find_op(const char *name);

/* Appends a node. `attributes` NULL: zeros. A shape error is ERROR_VALUE and names the op and the shapes. */
NnTensor *nn_op(const char *name, NnTensor *const *inputs, int count, const NnAttributes *attributes, Error *error);
NnTensor *nn_op_of(const NnOp *op, NnTensor *const *inputs, int count, const NnAttributes *attributes, Error *error);
/* One input, no attributes: nn_op1("tanh", x, error). */
static inline NnTensor *nn_op1(const char *name, NnTensor *x, Error *error) { return nn_op(name, &x, 1, NULL, error); }

#endif
