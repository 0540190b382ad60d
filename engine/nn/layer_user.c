/* Layers and models of the user's classes, and Lambda. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/naming.h"
#include "engine/nn/rows.h"
#include "engine/nn/user.h"

typedef struct UserLayer {
  NnLayer layer; /* first */
  NnUserParts parts;
} UserLayer;

static NnUserParts *parts_of(const NnLayer *layer) {
  return nn_layer_is_model(&layer->object) ? &((NnModel *)layer)->parts : &((UserLayer *)layer)->parts;
}

/* ---- Handlers ---- */

/* A hook may have said what is wrong, or have left its exception over there: then anything does. */
static bool says_nothing(const Error *error) { return error != NULL && error->code == ERROR_NONE; }

static bool build(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  if (nn_user_hooks.layer_build(layer, inputs, count, error) && nn_user_refresh(layer)) return true;
  if (says_nothing(error)) core_fail(error, ERROR_VALUE, "build of layer '%s' failed", layer->name);
  return false;
}

static bool expand_all(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                       int *output_count, NnCall *call, Error *error) {
  *output_count = 0;
  if (nn_user_hooks.layer_call(layer, inputs, count, training, outputs, output_count, call, error) && nn_user_refresh(layer))
    return true;
  if (says_nothing(error)) core_fail(error, ERROR_VALUE, "the call of layer '%s' failed", layer->name);
  return false;
}

static void destroy_parts(NnUserParts *parts) {
  if (parts->parked != NULL && nn_user_hooks.layer_gone != NULL) nn_user_hooks.layer_gone(parts->parked);
  for (int i = 0; i < parts->inner_count; i++) nn_layer_release(parts->inner[i]);
  for (int i = 0; i < parts->own_count; i++) nn_variable_release(parts->own[i]);
  for (int i = 0; i < parts->loss_count; i++) nn_tensor_release(parts->losses[i]);
  core_free(parts->losses);
  core_free(parts->inner);
  core_free(parts->own);
}

static void destroy_layer(NnLayer *layer) { destroy_parts(parts_of(layer)); }
static void destroy_model(NnLayer *layer) {
  nn_model_destroy(layer);
  destroy_parts(parts_of(layer));
}

/* A model that was not traced yet is, for these inputs. */
static bool expand_model(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                         int *output_count, NnCall *call, Error *error) {
  return expand_all(layer, inputs, count, training, outputs, output_count, call, error);
}

static bool check_nothing(NnLayer *layer, const NnShape *inputs, int count, bool symbolic, Error *error) {
  return true;
}

static const NnLayerHandlers layer_handlers = {.size = sizeof(UserLayer), .inputs = -1, .build = build,
                                               .expand_all = expand_all, .destroy = destroy_layer};
static const NnLayerHandlers model_handlers = {.size = sizeof(NnModel), .inputs = -1, .expand_all = expand_model,
                                               .destroy = destroy_model, .check_input = check_nothing};

/* One row a class name, for layers and for models. */
static const NnRow *row_named(const char *name, const NnLayerHandlers *handlers, Error *error) {
  static NnRow **rows;
  static int count;
  for (int i = 0; i < count; i++)
    if (rows[i]->handlers == handlers && strcmp(rows[i]->name, name) == 0) return rows[i];
  NnRow **grown = core_realloc(rows, sizeof *rows * ((size_t)count + 1));
  if (grown != NULL) rows = grown;
  NnRow *row = grown != NULL ? core_alloc_zero(1, sizeof *row) : NULL;
  char *copy = row != NULL ? core_strdup(name) : NULL;
  if (copy == NULL) {
    core_free(row);
    core_fail_memory(error, sizeof *row);
    return NULL;
  }
  *row = (NnRow){.kind = NN_LAYER, .name = copy, .signature = "", .help = "A layer of the user's.", .handlers = handlers};
  return rows[count++] = row;
}

NnLayer *nn_user_layer_new(const char *class_name, const NnOption *common, Error *error) {
  const NnRow *row = row_named(class_name, &layer_handlers, error);
  return row != NULL ? nn_layer_new(row, NULL, common, error) : NULL;
}

NnModel *nn_user_model_new(const char *class_name, const char *name, Error *error) {
  const NnRow *row = row_named(class_name, &model_handlers, error);
  NnLayer *layer = row != NULL ? nn_layer_new(row, NULL, NULL, error) : NULL;
  if (layer == NULL || name == NULL) return (NnModel *)layer;
  char *copy = core_strdup(name);
  if (copy == NULL) {
    nn_layer_release(layer);
    core_fail_memory(error, strlen(name));
    return NULL;
  }
  core_free(layer->name);
  layer->name = copy;
  return (NnModel *)layer;
}

bool nn_is_user_layer(const NnObject *object) {
  return object->row->handlers == &layer_handlers || nn_is_user_model(object);
}
bool nn_is_user_model(const NnObject *object) { return object->row->handlers == &model_handlers; }

/* ---- What they hold ---- */

bool nn_user_track(NnLayer *layer, NnLayer *inner, Error *error) {
  NnUserParts *parts = parts_of(layer);
  for (int i = 0; i < parts->inner_count; i++)
    if (parts->inner[i] == inner) return true;
  NnLayer **grown = core_realloc(parts->inner, sizeof *grown * ((size_t)parts->inner_count + 1));
  if (grown == NULL) return core_fail_memory(error, sizeof *grown);
  parts->inner = grown;
  grown[parts->inner_count++] = nn_layer_retain(inner);
  return true;
}

bool nn_user_derive(NnLayer *layer, NnLayer *inner, Error *error) {
  parts_of(layer)->derived = true;
  return nn_user_track(layer, inner, error);
}

bool nn_user_track_variable(NnLayer *layer, NnVariable *variable, Error *error) {
  NnUserParts *parts = parts_of(layer);
  for (int i = 0; i < parts->own_count; i++)
    if (parts->own[i] == variable) return true;
  NnVariable **grown = core_realloc(parts->own, sizeof *grown * ((size_t)parts->own_count + 1));
  if (grown == NULL) return core_fail_memory(error, sizeof *grown);
  parts->own = grown;
  grown[parts->own_count++] = nn_variable_retain(variable);
  return nn_user_refresh(layer) || core_fail_memory(error, sizeof *grown);
}

NnVariable *const *nn_user_own(const NnLayer *layer, int *count) {
  *count = parts_of(layer)->own_count;
  return parts_of(layer)->own;
}

static bool add(NnLayer *layer, NnVariable *variable) {
  for (int i = 0; i < layer->variable_count; i++)
    if (layer->variables[i] == variable) return true;
  NnVariable **grown = core_realloc(layer->variables, sizeof *grown * ((size_t)layer->variable_count + 1));
  if (grown == NULL) return false;
  layer->variables = grown;
  grown[layer->variable_count++] = nn_variable_retain(variable);
  return true;
}

bool nn_user_refresh(NnLayer *layer) {
  if (nn_layer_is_model(&layer->object)) return nn_model_refresh((NnModel *)layer);
  NnUserParts *parts = parts_of(layer);
  NnVariable **old = layer->variables;
  const int old_count = layer->variable_count;
  layer->variables = NULL;
  layer->variable_count = 0;
  bool good = true;
  if (parts->derived && parts->inner_count > 0)
    for (int k = 0; good && k < parts->inner[0]->variable_count; k++) good = add(layer, parts->inner[0]->variables[k]);
  for (int i = 0; good && i < parts->own_count; i++) good = add(layer, parts->own[i]);
  for (int i = 0; good && i < parts->inner_count; i++) {
    NnLayer *inner = parts->inner[i];
    if (nn_is_user_layer(&inner->object)) good = nn_user_refresh(inner);
    else if (nn_layer_is_model(&inner->object)) good = nn_model_refresh((NnModel *)inner);
    for (int k = 0; good && k < inner->variable_count; k++) good = add(layer, inner->variables[k]);
  }
  for (int i = 0; i < old_count; i++) nn_variable_release(old[i]);
  core_free(old);
  return good;
}

void nn_user_set_output(NnLayer *layer, const NnShape *shape) {
  NnLayerState *state = nn_layer_state(layer);
  state->outputs[0] = *shape;
  state->output_count = 1;
}

void *nn_user_park(NnLayer *layer, void *parked) {
  NnUserParts *parts = parts_of(layer);
  void *old = parts->parked;
  parts->parked = parked;
  return old;
}

bool nn_user_model_set_graph(NnModel *model, NnTensor *const *inputs, int input_count, NnTensor *const *outputs,
                             int output_count, Error *error) {
  return nn_model_set_graph(model, inputs, input_count, outputs, output_count, error);
}

bool nn_user_model_set_losses(NnModel *model, NnTensor *const *losses, int count, Error *error) {
  NnUserParts *parts = &model->parts;
  NnTensor **kept = core_alloc_zero((size_t)count + 1, sizeof *kept);
  if (kept == NULL) return core_fail_memory(error, sizeof *kept);
  for (int i = 0; i < count; i++) kept[i] = nn_tensor_retain(losses[i]);
  for (int i = 0; i < parts->loss_count; i++) nn_tensor_release(parts->losses[i]);
  core_free(parts->losses);
  parts->losses = kept;
  parts->loss_count = count;
  return true;
}

/* What does nothing in one of the modes, or does the same in both under another attribute. */
static bool looks_at_mode(const NnTensor *node) {
  static const char *const names[] = {"dropout", "identity", "noise", "augment"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(node->op->name, names[i]) == 0) return true;
  return false;
}

static bool same_node(const NnTensor *a, const NnTensor *b) {
  if (a->kind != b->kind) return false;
  if (a->kind == NN_TENSOR_CONSTANT)
    return a->constant->size == b->constant->size && a->constant->type == b->constant->type &&
           nd_is_contiguous(a->constant) && nd_is_contiguous(b->constant) &&
           memcmp(a->constant->data, b->constant->data, (size_t)a->constant->size * nd_types[a->constant->type].itemsize) == 0;
  if (a->op != b->op) return false;
  if (strcmp(a->op->name, "batch_norm") == 0 || strncmp(a->op->name, "recurrent", 9) == 0) return true;
  return memcmp(a->attributes.real, b->attributes.real, sizeof a->attributes.real) == 0 &&
         memcmp(a->attributes.integer, b->attributes.integer, sizeof a->attributes.integer) == 0 &&
         nn_shape_equal(&a->attributes.shape, &b->attributes.shape);
}

/* The next node of a list that does something in every mode, NULL at its end. */
static const NnTensor *next_node(NnTensor *const *list, int count, int *at) {
  while (*at < count) {
    const NnTensor *node = list[(*at)++];
    if (node->kind == NN_TENSOR_CONSTANT || (node->kind == NN_TENSOR_OP && !looks_at_mode(node))) return node;
  }
  return NULL;
}

bool nn_user_same_graph(NnTensor *const *a, NnTensor *const *b, int count) {
  int a_count = 0, b_count = 0, at_a = 0, at_b = 0;
  NnTensor **first = nn_graph_nodes(a, count, &a_count, NULL), **second = nn_graph_nodes(b, count, &b_count, NULL);
  bool same = first != NULL && second != NULL;
  while (same) {
    const NnTensor *one = next_node(first, a_count, &at_a), *other = next_node(second, b_count, &at_b);
    if (one == NULL || other == NULL) {
      same = one == other;
      break;
    }
    same = one == other || same_node(one, other);
  }
  core_free(first);
  core_free(second);
  return same;
}

/* ---- Lambda ---- */

static NnTensor *expand_lambda(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnTensor *outputs[NN_MAX_OUTPUTS];
  int made = 0;
  if (!nn_user_hooks.layer_call(layer, inputs, count, training, outputs, &made, NULL, error)) {
    if (says_nothing(error)) core_fail(error, ERROR_VALUE, "the function of layer '%s' failed", layer->name);
    return NULL;
  }
  for (int i = 1; i < made; i++) nn_tensor_release(outputs[i]);
  return outputs[0];
}

static bool check_lambda(NnObject *object, Error *error) {
  return nn_option(object, "function")->tag == NN_OPTION_OBJECT || core_fail(error, ERROR_TYPE, "unsupported callable");
}

static const NnLayerHandlers lambda_handlers = {.inputs = -1, .built_at_start = true, .expand = expand_lambda};
const NnRow nn_layer_lambda = {.kind = NN_LAYER, .name = "Lambda", .signature = "function, output_shape=None, mask=None, arguments=None",
                               .help = "A function as a layer.", .handlers = &lambda_handlers, .check = check_lambda};
