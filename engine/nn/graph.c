/* From tensors to the calls and layers between them. Source of the orders: keras/src/ops/function.py, map_graph. */
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/seed.h"
#include "engine/nn/user.h"

/* Calls as they are found: those finished, in post-order; layers in the order they are first seen. Graphs have some
 * dozens of calls, so lists are searched one by one. */
typedef struct Walk {
  NnTensor *const *inputs;
  int input_count;
  NnCall **finished, **stopped;
  int finished_count, stopped_count;
  NnLayer **seen;
  int seen_count;
  int room;
  Error *error;
} Walk;

static bool grow(Walk *walk) {
  if (walk->finished_count < walk->room && walk->seen_count < walk->room && walk->stopped_count < walk->room)
    return true;
  int room = walk->room * 2 + 32;
  NnCall **finished = core_realloc(walk->finished, sizeof *finished * (size_t)room);
  if (finished != NULL) walk->finished = finished;
  NnCall **stopped = core_realloc(walk->stopped, sizeof *stopped * (size_t)room);
  if (stopped != NULL) walk->stopped = stopped;
  NnLayer **seen = core_realloc(walk->seen, sizeof *seen * (size_t)room);
  if (seen != NULL) walk->seen = seen;
  if (finished == NULL || stopped == NULL || seen == NULL) return core_fail_memory(walk->error, sizeof *seen);
  walk->room = room;
  return true;
}

static int find(void *const *list, int count, const void *item) {
  for (int i = 0; i < count; i++) {
    if (list[i] == item) return i;
  }
  return -1;
}

/* Keras walks recursively; a deep chain would overflow the C stack, so the frames are kept here. */
typedef struct Frame {
  NnCall *call;
  int next;
} Frame;

static bool visit(Walk *walk, NnTensor *output) {
  Frame *frames = NULL;
  int depth = 0, room = 0;
  NnTensor *tensor = output;
  bool good = true;
  for (;;) {
    NnCall *call = tensor->call;
    bool enter = call != NULL && find((void *const *)walk->finished, walk->finished_count, call) < 0 &&
                 find((void *const *)walk->stopped, walk->stopped_count, call) < 0;
    if (enter && !grow(walk)) good = false;
    if (enter && good && call->input_count > 0 &&
        find((void *const *)walk->inputs, walk->input_count, tensor) >= 0) {
      walk->stopped[walk->stopped_count++] = call; /* made outside of this graph */
      enter = false;
    }
    if (enter && good) {
      if (find((void *const *)walk->seen, walk->seen_count, call->layer) < 0)
        walk->seen[walk->seen_count++] = call->layer;
      if (depth == room) {
        room = room * 2 + 32;
        Frame *grown = core_realloc(frames, sizeof *frames * (size_t)room);
        if (grown == NULL) good = core_fail_memory(walk->error, sizeof *frames);
        else frames = grown;
      }
      if (good) frames[depth++] = (Frame){call, 0};
    }
    while (good && depth > 0 && frames[depth - 1].next == frames[depth - 1].call->input_count) {
      if (!grow(walk)) {
        good = false;
        break;
      }
      walk->finished[walk->finished_count++] = frames[--depth].call;
    }
    if (!good || depth == 0) break;
    Frame *top = &frames[depth - 1];
    tensor = top->call->inputs[top->next++];
  }
  core_free(frames);
  return good;
}

typedef struct Depths {
  int *calls;  /* by position in walk.finished; -1: not set */
  int *order;  /* positions in the order in which Keras's dict got them */
  int ordered;
  int *layers; /* by position in walk.seen */
} Depths;

static void set_depth(Depths *depths, int at, int depth) {
  if (depths->calls[at] < 0) depths->order[depths->ordered++] = at;
  depths->calls[at] = depth;
}

static void measure(const Walk *walk, Depths *depths) {
  for (int i = 0; i < walk->finished_count; i++) depths->calls[i] = -1;
  for (int i = walk->finished_count - 1; i >= 0; i--) {
    const NnCall *call = walk->finished[i];
    int layer = find((void *const *)walk->seen, walk->seen_count, call->layer);
    if (depths->calls[i] < 0) set_depth(depths, i, 0);
    int depth = depths->calls[i];
    if (depths->layers[layer] > depth) depth = depths->layers[layer];
    depths->layers[layer] = depth;
    depths->calls[i] = depth;
    for (int j = 0; j < call->input_count; j++) {
      int parent = call->inputs[j]->call == NULL
                       ? -1
                       : find((void *const *)walk->finished, walk->finished_count, call->inputs[j]->call);
      if (parent < 0) continue;
      int previous = depths->calls[parent] < 0 ? 0 : depths->calls[parent];
      set_depth(depths, parent, depth + 1 > previous ? depth + 1 : previous);
    }
  }
}

/* Layers by falling depth, those of one depth as they were first seen; unused inputs first in the last depth. */
static bool arrange(const Walk *walk, const Depths *depths, NnGraphMap *map) {
  int unused = 0;
  NnCall **extra = core_alloc_zero((size_t)walk->input_count + 1, sizeof *extra);
  map->layers = core_alloc_zero((size_t)(walk->seen_count + walk->input_count) + 1, sizeof *map->layers);
  map->calls = core_alloc_zero((size_t)(walk->finished_count + walk->input_count) + 1, sizeof *map->calls);
  map->depths = core_alloc_zero((size_t)(walk->finished_count + walk->input_count) + 1, sizeof *map->depths);
  if (extra == NULL || map->layers == NULL || map->calls == NULL || map->depths == NULL) {
    core_free(extra);
    return core_fail_memory(walk->error, sizeof *extra);
  }
  for (int i = 0; i < walk->input_count; i++) {
    NnCall *call = walk->inputs[i]->call;
    if (call == NULL || call->input_count > 0 || find((void *const *)extra, unused, call) >= 0) continue;
    if (find((void *const *)walk->seen, walk->seen_count, call->layer) < 0) extra[unused++] = call;
  }
  int deepest = 0;
  for (int i = 0; i < walk->seen_count; i++) deepest = depths->layers[i] > deepest ? depths->layers[i] : deepest;
  for (int depth = deepest; depth >= 0; depth--) {
    for (int i = 0; depth == 0 && i < unused; i++) map->layers[map->layer_count++] = extra[i]->layer;
    for (int i = 0; i < walk->seen_count; i++) {
      if (depths->layers[i] == depth) map->layers[map->layer_count++] = walk->seen[i];
    }
    for (int i = 0; i < depths->ordered; i++) {
      if (depths->calls[depths->order[i]] != depth) continue;
      map->depths[map->call_count] = depth;
      map->calls[map->call_count++] = walk->finished[depths->order[i]];
    }
    for (int i = 0; depth == 0 && i < unused; i++) map->calls[map->call_count++] = extra[i];
  }
  core_free(extra);
  return true;
}

static bool check_names(const NnGraphMap *map, Error *error) {
  for (int i = 0; i < map->layer_count; i++) {
    int count = 0;
    for (int j = 0; j < map->layer_count; j++) count += strcmp(map->layers[i]->name, map->layers[j]->name) == 0;
    if (count != 1) {
      return core_fail(error, ERROR_VALUE,
                       "The name \"%s\" is used %d times in the model. All operation names should be unique.",
                       map->layers[i]->name, count);
    }
  }
  return true;
}

/* Whether a tensor can be worked out from the inputs and from constants, by the calls that are done. */
static bool is_known(const Walk *walk, const NnGraphMap *map, const bool *done, const NnTensor *tensor) {
  if (find((void *const *)walk->inputs, walk->input_count, tensor) >= 0) return true;
  if (tensor->kind == NN_TENSOR_CONSTANT || tensor->kind == NN_TENSOR_VARIABLE) return true;
  if (tensor->call != NULL) {
    const int parent = find((void *const *)map->calls, map->call_count, tensor->call);
    return parent >= 0 && done[parent];
  }
  bool known = tensor->kind == NN_TENSOR_OP; /* an operation that is no layer's, among what is traced */
  for (int i = 0; i < tensor->input_count && known; i++) known = is_known(walk, map, done, tensor->inputs[i]);
  return known;
}

/* Whether every output can be worked out from the inputs. */
static bool check_connected(const Walk *walk, const NnGraphMap *map, NnTensor *const *outputs, int output_count) {
  bool *done = core_alloc_zero((size_t)map->call_count + 1, sizeof *done);
  if (done == NULL) return core_fail_memory(walk->error, 1);
  for (int c = 0; c < map->call_count; c++) {
    const NnCall *call = map->calls[c];
    done[c] = call->input_count > 0;
    for (int i = 0; i < call->input_count && done[c]; i++) done[c] = is_known(walk, map, done, call->inputs[i]);
  }
  bool good = true;
  for (int o = 0; o < output_count && good; o++) {
    if (find((void *const *)walk->inputs, walk->input_count, outputs[o]) >= 0) continue;
    int at = outputs[o]->call == NULL ? -1 : find((void *const *)map->calls, map->call_count, outputs[o]->call);
    good = at >= 0 && done[at];
    if (good) continue;
    char path[16] = "";
    if (output_count > 1) snprintf(path, sizeof path, "%d", o);
    core_fail(walk->error, ERROR_VALUE, "Output with path `%s` is not connected to `inputs`", path);
    core_hint(walk->error, "every output must be reached from the inputs through layers; give all inputs it needs");
  }
  core_free(done);
  return good;
}

bool nn_graph_map(NnTensor *const *inputs, int input_count, NnTensor *const *outputs, int output_count, NnGraphMap *map,
                  Error *error) {
  Walk walk = {.inputs = inputs, .input_count = input_count, .error = error};
  Depths depths = {0};
  memset(map, 0, sizeof *map);
  bool good = grow(&walk);
  for (int i = 0; good && i < output_count; i++) good = visit(&walk, outputs[i]);
  if (good) {
    depths.calls = core_alloc_zero((size_t)walk.finished_count + 1, sizeof(int));
    depths.order = core_alloc_zero((size_t)walk.finished_count + 1, sizeof(int));
    depths.layers = core_alloc_zero((size_t)walk.seen_count + 1, sizeof(int));
    good = (depths.calls != NULL && depths.order != NULL && depths.layers != NULL) || core_fail_memory(error, 1);
  }
  if (good) {
    measure(&walk, &depths);
    good = arrange(&walk, &depths, map) && check_names(map, error) &&
           check_connected(&walk, map, outputs, output_count);
  }
  core_free(depths.calls);
  core_free(depths.order);
  core_free(depths.layers);
  core_free(walk.finished);
  core_free(walk.stopped);
  core_free(walk.seen);
  if (!good) nn_graph_map_clear(map);
  return good;
}

void nn_graph_map_clear(NnGraphMap *map) {
  core_free(map->calls);
  core_free(map->depths);
  core_free(map->layers);
  memset(map, 0, sizeof *map);
}

/* ---- copies ---- */

typedef struct Clone {
  NnTensor **nodes; /* rising id */
  NnTensor **copies; /* strong; the node itself where nothing before it changed */
  int count;
  NnCall **old_calls, **new_calls; /* new ones strong */
  int call_count;
  NnCloneCalls calls;
  int training;
  Error *error;
} Clone;

static int find_node(const Clone *clone, const NnTensor *node) {
  int low = 0, high = clone->count - 1;
  while (low <= high) {
    int middle = (low + high) / 2;
    if (clone->nodes[middle] == node) return middle;
    if (clone->nodes[middle]->id < node->id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

static NnTensor *copy_of(const Clone *clone, NnTensor *node) {
  int at = find_node(clone, node);
  return at < 0 ? node : clone->copies[at];
}

/* The call that a copy belongs to; borrowed. */
static NnCall *call_of(Clone *clone, NnCall *old) {
  if (clone->calls == NN_CLONE_SAME_CALLS) return old;
  for (int i = 0; i < clone->call_count; i++) {
    if (clone->old_calls[i] == old) return clone->new_calls[i];
  }
  NnTensor *inputs[NN_MAX_INPUTS];
  for (int i = 0; i < old->input_count && i < NN_MAX_INPUTS; i++) inputs[i] = copy_of(clone, old->inputs[i]);
  NnLayerState *state = nn_layer_state(old->layer);
  NnCall *made = nn_call_new(old->layer, inputs, old->input_count, state->call_count, clone->error);
  if (made == NULL) return NULL;
  made->training = old->training;
  state->call_count++;
  clone->old_calls[clone->call_count] = old;
  clone->new_calls[clone->call_count++] = made;
  return made;
}

/* An op that was to follow the plan's mode follows the call's where that has one; changes of images work where nobody
 * said anything (layer_image.c). */
static void set_mode(const char *op, NnAttributes *attributes, int training) {
  const bool image = strcmp(op, "augment") == 0, recurrent = strncmp(op, "recurrent", 9) == 0;
  const bool normalizes = strcmp(op, "batch_norm") == 0;
  if (!image && !recurrent && !normalizes && strcmp(op, "dropout") != 0 && strcmp(op, "noise") != 0) return;
  const int64_t mode = recurrent ? (int64_t)attributes->real[1] : attributes->integer[normalizes];
  if (mode >= 0 || training == -1) return;
  if (training == NN_TRAINING_UNSAID) {
    if (!image && mode != NN_TRAINING_UNLESS_SAID) return;
    training = 1;
    if (image && attributes->integer[1] == 0) attributes->integer[1] = (int64_t)nn_next_seed() + 1;
  }
  if (recurrent) attributes->real[1] = training;
  else attributes->integer[normalizes] = training;
}

static bool is_open(const NnTensor *tensor) {
  for (int d = 1; d < tensor->shape.rank; d++)
    if (tensor->shape.dims[d] < 0) return true;
  return false;
}

/* What a node `later` stands for: itself while lengths are open, else what the call gives for these. */
static NnTensor *copy_later(Clone *clone, const NnTensor *node, NnTensor *const *inputs) {
  bool open = false;
  for (int i = 0; i < node->input_count; i++) {
    open = open || is_open(inputs[i]);
    NnTensor *mask = node->inputs[i]->mask;
    if (mask != NULL && inputs[i] != node->inputs[i] && inputs[i]->mask == NULL)
      nn_tensor_set_mask(inputs[i], copy_of(clone, mask));
  }
  if (open) {
    NnTensor *copy = nn_op_of(node->op, inputs, node->input_count, &node->attributes, clone->error);
    if (copy == NULL) return NULL;
    copy->type = node->type;
    copy->later = nn_user_hooks.keep(node->later);
    return copy;
  }
  const int training = (int)node->attributes.integer[1], wanted = (int)node->attributes.integer[2];
  NnTensor *outputs[NN_MAX_OUTPUTS], *copy = NULL;
  int made = 0;
  if (!nn_user_hooks.later(node->later, inputs, node->input_count, training >= 0 ? training : clone->training, outputs,
                           &made, clone->error))
    return NULL;
  if (wanted < made) copy = nn_op1("identity", outputs[wanted], clone->error);
  if (copy != NULL) nn_tensor_set_mask(copy, outputs[wanted]->mask);
  for (int i = 0; i < made; i++) nn_tensor_release(outputs[i]);
  return copy;
}

static NnTensor *copy_node(Clone *clone, NnTensor *node) {
  NnTensor *inputs[NN_MAX_INPUTS];
  bool changed = false;
  for (int i = 0; i < node->input_count; i++) {
    inputs[i] = copy_of(clone, node->inputs[i]);
    changed = changed || inputs[i] != node->inputs[i];
  }
  if (!changed) return nn_tensor_retain(node);
  NnAttributes attributes = node->attributes;
  set_mode(node->op->name, &attributes, clone->training);
  /* Plans ask the call's layer; a copy without calls has none to ask. */
  if (clone->calls == NN_CLONE_WITHOUT_CALLS && node->call != NULL && !node->call->layer->trainable &&
      strcmp(node->op->name, "batch_norm") == 0)
    attributes.integer[1] = 0;
  NnTensor *copy = node->later != NULL
                       ? copy_later(clone, node, inputs)
                       : nn_op_of(node->op, inputs, node->input_count, &attributes, clone->error);
  if (copy == NULL || node->call == NULL || clone->calls == NN_CLONE_WITHOUT_CALLS) return copy;
  NnCall *call = call_of(clone, node->call);
  if (call != NULL && nn_tensor_set_call(copy, call, node->call_output, node->name, clone->error)) return copy;
  nn_tensor_release(copy);
  return NULL;
}

/* The outputs, and behind them the masks that the nodes before them carry: whoever goes on from a copy asks for its mask.
 * *count: how many in all. The list is the caller's. */
static NnTensor **with_masks(NnTensor *const *outputs, int output_count, int *count, Error *error) {
  int node_count = 0;
  NnTensor **nodes = nn_graph_nodes(outputs, output_count, &node_count, error);
  NnTensor **roots = nodes != NULL ? core_alloc_zero((size_t)(output_count + node_count) + 1, sizeof *roots) : NULL;
  if (nodes != NULL && roots == NULL) core_fail_memory(error, sizeof *roots);
  *count = output_count;
  for (int i = 0; roots != NULL && i < output_count; i++) roots[i] = outputs[i];
  for (int i = 0; roots != NULL && i < node_count; i++)
    if (nodes[i]->mask != NULL) roots[(*count)++] = nodes[i]->mask;
  core_free(nodes);
  return roots;
}

bool nn_graph_clone(NnTensor *const *from, NnTensor *const *to, int count, NnTensor *const *outputs, int output_count,
                    NnCloneCalls calls, int training, NnTensor **results, Error *error) {
  Clone clone = {.calls = calls, .training = training, .error = error};
  int root_count = 0;
  NnTensor **roots = with_masks(outputs, output_count, &root_count, error);
  clone.nodes = roots != NULL ? nn_graph_nodes(roots, root_count, &clone.count, error) : NULL;
  core_free(roots);
  if (clone.nodes == NULL) return false;
  clone.copies = core_alloc_zero((size_t)clone.count + 1, sizeof *clone.copies);
  clone.old_calls = core_alloc_zero((size_t)clone.count + 1, sizeof *clone.old_calls);
  clone.new_calls = core_alloc_zero((size_t)clone.count + 1, sizeof *clone.new_calls);
  bool good =
      (clone.copies != NULL && clone.old_calls != NULL && clone.new_calls != NULL) || core_fail_memory(error, 1);
  for (int i = 0; good && i < clone.count; i++) {
    int replaced = find((void *const *)from, count, clone.nodes[i]);
    if (replaced >= 0) clone.copies[i] = nn_tensor_retain(to[replaced]);
    else if (clone.nodes[i]->kind == NN_TENSOR_OP) clone.copies[i] = copy_node(&clone, clone.nodes[i]);
    else clone.copies[i] = nn_tensor_retain(clone.nodes[i]);
    good = clone.copies[i] != NULL;
  }
  for (int i = 0; good && i < clone.count; i++) {
    NnTensor *mask = clone.nodes[i]->mask;
    if (mask != NULL && clone.nodes[i]->kind == NN_TENSOR_OP && clone.copies[i] != clone.nodes[i])
      nn_tensor_set_mask(clone.copies[i], copy_of(&clone, mask));
  }
  for (int i = 0; good && i < output_count; i++) results[i] = nn_tensor_retain(copy_of(&clone, outputs[i]));
  for (int i = 0; clone.copies != NULL && i < clone.count; i++) nn_tensor_release(clone.copies[i]);
  for (int i = 0; i < clone.call_count; i++) nn_call_release(clone.new_calls[i]);
  core_free(clone.nodes);
  core_free(clone.copies);
  core_free(clone.old_calls);
  core_free(clone.new_calls);
  return good;
}
