/* Every row of every kind, in one place. A row is declared in the file of its noun; here it joins its kind's list,
 * which is what help, completion and the tests that walk every row see. Losses, metrics and optimizers keep their lists
 * in their own files (nn_loss_rows, nn_metric_rows, nn_optimizer_rows). */
#ifndef NNSH_ENGINE_NN_ROWS_H
#define NNSH_ENGINE_NN_ROWS_H

#include "engine/nn/object.h"

#define NN_LAYER_ROWS(ROW)                                                                                   \
  ROW(nn_layer_input) ROW(nn_layer_dense) ROW(nn_layer_activation) ROW(nn_layer_flatten)                     \
  ROW(nn_layer_reshape) ROW(nn_layer_dropout) ROW(nn_layer_relu) ROW(nn_layer_leaky_relu) ROW(nn_layer_elu)  \
  ROW(nn_layer_softmax) ROW(nn_layer_add) ROW(nn_layer_subtract) ROW(nn_layer_multiply)                      \
  ROW(nn_layer_conv1d) ROW(nn_layer_conv2d) ROW(nn_layer_depthwise_conv2d) ROW(nn_layer_separable_conv2d)    \
  ROW(nn_layer_conv2d_transpose) ROW(nn_layer_max_pooling1d) ROW(nn_layer_max_pooling2d)                     \
  ROW(nn_layer_average_pooling1d) ROW(nn_layer_average_pooling2d) ROW(nn_layer_global_max_pooling1d)         \
  ROW(nn_layer_global_max_pooling2d) ROW(nn_layer_global_average_pooling1d)                                  \
  ROW(nn_layer_global_average_pooling2d) ROW(nn_layer_batch_normalization) ROW(nn_layer_layer_normalization) \
  ROW(nn_layer_lambda)                                                                                       \
  ROW(nn_layer_conv1d_transpose) ROW(nn_layer_depthwise_conv1d) ROW(nn_layer_separable_conv1d)               \
  ROW(nn_layer_average) ROW(nn_layer_maximum) ROW(nn_layer_minimum) ROW(nn_layer_concatenate) ROW(nn_layer_dot) \
  ROW(nn_layer_permute) ROW(nn_layer_repeat_vector) ROW(nn_layer_up_sampling1d) ROW(nn_layer_up_sampling2d)  \
  ROW(nn_layer_zero_padding1d) ROW(nn_layer_zero_padding2d) ROW(nn_layer_cropping1d) ROW(nn_layer_cropping2d) \
  ROW(nn_layer_spatial_dropout1d) ROW(nn_layer_spatial_dropout2d) ROW(nn_layer_gaussian_noise)               \
  ROW(nn_layer_gaussian_dropout) ROW(nn_layer_alpha_dropout) ROW(nn_layer_activity_regularization)           \
  ROW(nn_layer_rescaling) ROW(nn_layer_normalization) ROW(nn_layer_category_encoding)                        \
  ROW(nn_layer_random_flip) ROW(nn_layer_random_rotation) ROW(nn_layer_random_translation)                   \
  ROW(nn_layer_random_zoom) ROW(nn_layer_random_contrast) ROW(nn_layer_random_brightness)                    \
  ROW(nn_layer_random_crop) ROW(nn_layer_center_crop) ROW(nn_layer_resizing)                                                  \
  ROW(nn_layer_identity) ROW(nn_layer_prelu) ROW(nn_layer_unit_normalization) ROW(nn_layer_rms_normalization) \
  ROW(nn_layer_group_normalization)                                                                          \
  ROW(nn_layer_embedding) ROW(nn_layer_masking) ROW(nn_layer_simple_rnn) ROW(nn_layer_lstm) ROW(nn_layer_gru) \
  ROW(nn_layer_bidirectional) ROW(nn_layer_time_distributed)                                                 \
  ROW(nn_layer_sequential) ROW(nn_layer_functional)

#define NN_ACTIVATION_ROWS(ROW)                                                                              \
  ROW(nn_activation_elu) ROW(nn_activation_exponential) ROW(nn_activation_gelu)                              \
  ROW(nn_activation_hard_sigmoid) ROW(nn_activation_hard_silu) ROW(nn_activation_hard_tanh)                  \
  ROW(nn_activation_leaky_relu) ROW(nn_activation_linear) ROW(nn_activation_log_sigmoid)                     \
  ROW(nn_activation_log_softmax) ROW(nn_activation_mish) ROW(nn_activation_relu) ROW(nn_activation_relu6)    \
  ROW(nn_activation_selu) ROW(nn_activation_sigmoid) ROW(nn_activation_silu) ROW(nn_activation_softmax)      \
  ROW(nn_activation_softplus) ROW(nn_activation_softsign) ROW(nn_activation_tanh)                            \
  ROW(nn_activation_tanh_shrink) ROW(nn_activation_celu) ROW(nn_activation_hard_shrink)                      \
  ROW(nn_activation_soft_shrink) ROW(nn_activation_sparse_plus) ROW(nn_activation_sparse_sigmoid)            \
  ROW(nn_activation_squareplus) ROW(nn_activation_threshold)

#define NN_INITIALIZER_ROWS(ROW)                                                                             \
  ROW(nn_initializer_constant) ROW(nn_initializer_glorot_normal) ROW(nn_initializer_glorot_uniform)          \
  ROW(nn_initializer_he_normal) ROW(nn_initializer_he_uniform) ROW(nn_initializer_identity)                  \
  ROW(nn_initializer_lecun_normal) ROW(nn_initializer_lecun_uniform) ROW(nn_initializer_ones)                \
  ROW(nn_initializer_orthogonal) ROW(nn_initializer_random_normal) ROW(nn_initializer_random_uniform)        \
  ROW(nn_initializer_truncated_normal) ROW(nn_initializer_variance_scaling) ROW(nn_initializer_zeros)

#define NN_REGULARIZER_ROWS(ROW)                                                                             \
  ROW(nn_regularizer_orthogonal) ROW(nn_regularizer_l1) ROW(nn_regularizer_l1_l2) ROW(nn_regularizer_l2)

#define NN_CONSTRAINT_ROWS(ROW)                                                                              \
  ROW(nn_constraint_max_norm) ROW(nn_constraint_min_max_norm) ROW(nn_constraint_non_neg) ROW(nn_constraint_unit_norm)

#define NN_POLICY_ROWS(ROW) ROW(nn_policy)

#define NN_DECLARE_ROW(name) extern const NnRow name;
NN_LAYER_ROWS(NN_DECLARE_ROW)
NN_ACTIVATION_ROWS(NN_DECLARE_ROW)
NN_INITIALIZER_ROWS(NN_DECLARE_ROW)
NN_REGULARIZER_ROWS(NN_DECLARE_ROW)
NN_CONSTRAINT_ROWS(NN_DECLARE_ROW)
NN_POLICY_ROWS(NN_DECLARE_ROW)
#undef NN_DECLARE_ROW

#endif
