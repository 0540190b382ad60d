#include "engine/nn/layer_window.h"

#include <ctype.h>
#include <string.h>

#include "engine/core/memory.h"

static bool fail_tuple(const NnOption *given, const char *name, int n, const char *behind, Error *error) {
  Text text = {0};
  nn_option_show(&text, given);
  core_fail(error, ERROR_VALUE, "The `%s` argument must be a tuple of %d integers. Received %s=%s%s", name, n, name,
            text_string(&text), behind);
  text_free(&text);
  return false;
}

bool nn_check_tuple(NnObject *object, const char *name, int n, bool allow_zero, Error *error) {
  const NnOption *given = nn_option(object, name);
  const bool one = given->tag == NN_OPTION_INT;
  if (!one && (given->tag != NN_OPTION_LIST || given->as.list.count != n)) return fail_tuple(given, name, n, "", error);
  NnShape numbers = {.rank = n};
  Text bad = {0};
  for (int i = 0; i < n; i++) {
    const NnOption *item = one ? given : &given->as.list.items[i];
    if (item->tag != NN_OPTION_INT) {
      Text text = {0};
      text_add(&text, "including element ");
      nn_option_show(&text, item);
      text_addf(&text, " of type <class '%s'>", nn_option_type_name(item));
      fail_tuple(given, name, n, text_string(&text), error);
      text_free(&text);
      text_free(&bad);
      return false;
    }
    numbers.dims[i] = item->as.integer;
    if (numbers.dims[i] > 0 || (allow_zero && numbers.dims[i] == 0)) continue;
    bool again = false; /* Keras shows a set */
    for (int k = 0; k < i; k++) again |= numbers.dims[k] == numbers.dims[i];
    if (!again) text_addf(&bad, "%s%lld", bad.length ? ", " : "", (long long)numbers.dims[i]);
  }
  if (bad.length) {
    Text text = {0};
    text_addf(&text, ", including values {%s} that do not satisfy `value %s`", text_string(&bad), allow_zero ? ">= 0" : "> 0");
    fail_tuple(given, name, n, text_string(&text), error);
    text_free(&text);
    text_free(&bad);
    return false;
  }
  text_free(&bad);
  NnOption *items = core_alloc_zero((size_t)n, sizeof *items);
  if (items == NULL) return core_fail_memory(error, (size_t)n * sizeof *items);
  for (int i = 0; i < n; i++) items[i] = nn_option_integer(numbers.dims[i]);
  return nn_option_set(object, name, (NnOption){NN_OPTION_LIST, {.list = {items, n}}});
}

bool nn_check_padding(NnObject *object, bool allow_causal, Error *error) {
  const char *given = nn_option_text(object, "padding");
  char lower[16] = "";
  for (size_t i = 0; given != NULL && given[i] && i + 1 < sizeof lower; i++)
    lower[i] = (char)tolower((unsigned char)given[i]);
  if (strcmp(lower, "valid") == 0 || strcmp(lower, "same") == 0 || (allow_causal && strcmp(lower, "causal") == 0))
    return nn_option_set(object, "padding", nn_option_string(lower));
  if (given == NULL) {
    const NnOption *option = nn_option(object, "padding");
    return core_fail(error, ERROR_ATTRIBUTE, "'%s' object has no attribute 'lower'", nn_option_type_name(option));
  }
  core_fail(error, ERROR_VALUE, "The `padding` argument must be a list/tuple or one of %s. Received: %s",
            allow_causal ? "{'valid', 'same', 'causal'}" : "{'valid', 'same'}", lower);
  return core_hint(error, "'same' keeps the size, 'valid' adds nothing around the input");
}

bool nn_check_data_format(NnObject *object, Error *error) {
  const NnOption *given = nn_option(object, "data_format");
  if (given->tag == NN_OPTION_NONE) return nn_option_set(object, "data_format", nn_option_string("channels_last"));
  const char *name = nn_option_text(object, "data_format");
  if (name != NULL && (strcmp(name, "channels_last") == 0 || strcmp(name, "channels_first") == 0)) return true;
  Text text = {0};
  nn_option_show(&text, given);
  core_fail(error, ERROR_VALUE,
            "The `data_format` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=%s",
            text_string(&text));
  text_free(&text);
  return false;
}

void nn_tuple_of(const NnObject *object, const char *name, int n, int64_t *numbers) {
  const NnOption *option = nn_option(object, name);
  for (int i = 0; i < n; i++) numbers[i] = option->as.list.items[i].as.integer;
}

NnPadding nn_padding_of(const NnObject *object) {
  const char *name = nn_option_text(object, "padding");
  return strcmp(name, "same") == 0 ? NN_SAME : strcmp(name, "causal") == 0 ? NN_CAUSAL : NN_VALID;
}

bool nn_is_channels_first(const NnObject *object) {
  return strcmp(nn_option_text(object, "data_format"), "channels_first") == 0;
}

NnTensor *nn_op_with_weight(const char *op, NnTensor *x, NnVariable *weight, const NnAttributes *attributes,
                            Error *error) {
  NnTensor *inputs[2] = {x, x != NULL ? nn_variable_tensor(weight, error) : NULL};
  NnTensor *result = inputs[1] != NULL ? nn_op(op, inputs, 2, attributes, error) : NULL;
  nn_tensor_release(inputs[0]);
  nn_tensor_release(inputs[1]);
  return result;
}

NnObject *nn_option_object(const NnLayer *layer, const char *name) {
  const NnOption *option = nn_option(&layer->object, name);
  return option->tag == NN_OPTION_OBJECT ? option->as.object : NULL;
}

/* x with its axes in another order, taking x over. */
static NnTensor *permuted(NnTensor *x, bool to_last, Error *error) {
  const int rank = nn_tensor_shape(x)->rank;
  NnAttributes attributes = {.shape = {.rank = rank}};
  for (int i = 1; i < rank; i++)
    attributes.shape.dims[i] = to_last ? (i + 1 < rank ? i + 1 : 1) : (i > 1 ? i - 1 : rank - 1);
  NnTensor *y = nn_op("permute", &x, 1, &attributes, error);
  nn_tensor_release(x);
  return y;
}
NnTensor *nn_channels_last(NnTensor *x, Error *error) { return permuted(x, true, error); }
NnTensor *nn_channels_first(NnTensor *x, Error *error) { return permuted(x, false, error); }
