#include "engine/nn/tape_walk.h"

#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"

static bool grow(NnWalk *walk, Error *error) {
  const int room = walk->room * 2 + 64;
  NnWalkNode *grown = core_realloc(walk->nodes, sizeof *grown * (size_t)room);
  if (grown == NULL) return core_fail_memory(error, sizeof *grown * (size_t)room);
  walk->nodes = grown;
  walk->room = room;
  const size_t capacity = (size_t)room * 4;
  int *slots = core_alloc_zero(capacity, sizeof *slots);
  if (slots == NULL) return core_fail_memory(error, sizeof *slots * capacity);
  core_free(walk->slots);
  walk->slots = slots;
  walk->capacity = capacity;
  for (int i = 0; i < walk->count; i++) {
    size_t at = (walk->nodes[i].value->id * 0x9E3779B97F4A7C15u) % capacity;
    while (slots[at] != 0) at = (at + 1) % capacity;
    slots[at] = i + 1;
  }
  return true;
}

NnWalkNode *nn_walk_find(const NnWalk *walk, const NnValue *value) {
  if (walk->capacity == 0) return NULL;
  for (size_t at = (value->id * 0x9E3779B97F4A7C15u) % walk->capacity; walk->slots[at] != 0;
       at = (at + 1) % walk->capacity)
    if (walk->nodes[walk->slots[at] - 1].value == value) return &walk->nodes[walk->slots[at] - 1];
  return NULL;
}

static bool add(NnWalk *walk, NnValue *value, Error *error) {
  if (nn_walk_find(walk, value) != NULL) return true;
  if (walk->count == walk->room && !grow(walk, error)) return false;
  size_t at = (value->id * 0x9E3779B97F4A7C15u) % walk->capacity;
  while (walk->slots[at] != 0) at = (at + 1) % walk->capacity;
  walk->nodes[walk->count] = (NnWalkNode){.value = value};
  walk->slots[at] = ++walk->count;
  return true;
}

static int by_id(const void *a, const void *b) {
  const uint64_t x = (*(NnValue *const *)a)->id, y = (*(NnValue *const *)b)->id;
  return x < y ? 1 : x > y ? -1 : 0;
}

bool nn_walk_from(NnWalk *walk, NnValue *const *targets, int count, Error *error) {
  bool good = true;
  for (int i = 0; good && i < count; i++)
    if (targets[i]->tracked) good = add(walk, targets[i], error);
  for (int i = 0; good && i < walk->count; i++) {
    NnValue *value = walk->nodes[i].value;
    for (int k = 0; good && k < value->input_count; k++)
      if (value->inputs[k]->tracked) good = add(walk, value->inputs[k], error);
  }
  return good;
}

NnValue **nn_walk_order(const NnWalk *walk, Error *error) {
  NnValue **order = core_alloc_zero((size_t)walk->count + 1, sizeof *order);
  if (order == NULL) {
    core_fail_memory(error, sizeof *order);
    return NULL;
  }
  for (int i = 0; i < walk->count; i++) order[i] = walk->nodes[i].value;
  qsort(order, (size_t)walk->count, sizeof *order, by_id);
  return order;
}

void nn_walk_clear(NnWalk *walk) {
  core_free(walk->nodes);
  core_free(walk->slots);
  memset(walk, 0, sizeof *walk);
}
