/* The calls of a model made once more, in their order, each on what stands for its inputs: one walk for all who do so. */
#include "engine/core/memory.h"
#include "engine/nn/model_internal.h"

/* What stands for the results of the model's calls. Known by the call and not by the tensor: a model of a fixed batch
 * size has two graphs with the same calls. */
struct NnStand {
  const NnTensor *input; /* a model's input, or NULL */
  const NnCall *call;
  int output;
  NnTensor *made; /* strong */
};

NnTensor *nn_again_stand(const NnAgain *again, NnTensor *tensor) {
  for (int i = 0; i < again->count; i++) {
    const struct NnStand *stand = &again->stands[i];
    const bool same_call = stand->call != NULL && stand->call == tensor->call && stand->output == tensor->call_output;
    if (same_call || stand->input == tensor) return stand->made;
  }
  return tensor;
}

static bool make_call(NnAgain *again, const NnCall *call, NnAgainCall make, void *context, Error *error) {
  NnTensor *inputs[NN_MAX_INPUTS], *outputs[NN_MAX_OUTPUTS];
  int made = 0;
  for (int i = 0; i < call->input_count; i++) inputs[i] = nn_again_stand(again, call->inputs[i]);
  if (!make(context, call, inputs, outputs, &made, error)) return false;
  struct NnStand *grown = core_realloc(again->stands, (size_t)(again->count + made) * sizeof *grown);
  if (grown != NULL) again->stands = grown;
  for (int i = 0; i < made; i++) {
    if (grown != NULL) again->stands[again->count++] = (struct NnStand){.call = call, .output = i, .made = outputs[i]};
    else nn_tensor_release(outputs[i]);
  }
  return grown != NULL || core_fail_memory(error, (size_t)made * sizeof *grown);
}

bool nn_model_again(const NnModel *model, NnTensor *const *inputs, NnAgainCall make, void *context, NnAgain *again,
                    Error *error) {
  const int count = inputs != NULL ? model->input_count : 0;
  *again = (NnAgain){.stands = core_alloc_zero((size_t)count + 1, sizeof *again->stands)};
  if (again->stands == NULL) return core_fail_memory(error, sizeof *again->stands);
  for (int i = 0; i < count; i++)
    again->stands[again->count++] = (struct NnStand){.input = model->inputs[i], .call = model->inputs[i]->call,
                                                     .output = model->inputs[i]->call_output,
                                                     .made = nn_tensor_retain(inputs[i])};
  for (int i = 0; i < model->map.call_count; i++) {
    const NnCall *call = model->map.calls[i];
    if (call->input_count > 0 && !make_call(again, call, make, context, error)) return false;
  }
  return true;
}

void nn_again_each(const NnAgain *again, void (*each)(NnTensor *made)) {
  for (int i = 0; i < again->count; i++) each(again->stands[i].made);
}

void nn_again_clear(NnAgain *again) {
  for (int i = 0; i < again->count; i++) nn_tensor_release(again->stands[i].made);
  core_free(again->stands);
  *again = (NnAgain){0};
}
