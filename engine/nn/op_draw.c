/* Random numbers inside of a graph: what tf.random.normal becomes where a function is traced. The input only gives the
 * shape. Numbers follow from seed, step, node and element alone, as dropout's. */
#include <string.h>

#include "engine/nn/initializer.h"
#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_draw.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_draw.inc"

static bool shape_same(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  *shape = inputs[0]->shape;
  return true;
}

#define DRAW(symbol, text)                                                                                     \
  {                                                                                                            \
    .name = #symbol, .formula = text, .input_count = 1, .shape = shape_same, .flat = true, .mixes_rows = true, \
    .forward = {symbol##_forward_float, symbol##_forward_double}, .backward = {                                \
      draw_backward_float,                                                                                     \
      draw_backward_double                                                                                     \
    }                                                                                                          \
  }

const NnOp nn_draw_ops[] = {
    DRAW(draw_normal, "normal numbers, mean r0, deviation r1"),
    DRAW(draw_uniform, "numbers in [r0, r1)"),
    {.name = NULL},
};
