#include "engine/core/names.h"
#include "engine/nn/rows.h"

#include <limits.h>
#include <string.h>

#include "engine/nn/loss.h"
#include "engine/nn/metric.h"
#include "engine/nn/optimizer.h"

#define ADDRESS(name) &name,
static const NnRow *const layers[] = {NN_LAYER_ROWS(ADDRESS) NULL};
static const NnRow *const activations[] = {NN_ACTIVATION_ROWS(ADDRESS) NULL};
static const NnRow *const initializers[] = {NN_INITIALIZER_ROWS(ADDRESS) NULL};
static const NnRow *const regularizers[] = {NN_REGULARIZER_ROWS(ADDRESS) NULL};
static const NnRow *const constraints[] = {NN_CONSTRAINT_ROWS(ADDRESS) NULL};
static const NnRow *const policies[] = {NN_POLICY_ROWS(ADDRESS) NULL};
static const NnRow *const none[] = {NULL};

static const NnRow *const *const lists[NN_KIND_COUNT] = {
    [NN_LAYER] = layers,           [NN_ACTIVATION] = activations, [NN_INITIALIZER] = initializers,
    [NN_REGULARIZER] = regularizers, [NN_CONSTRAINT] = constraints, [NN_LOSS] = nn_loss_rows,
    [NN_METRIC] = nn_metric_rows,  [NN_OPTIMIZER] = nn_optimizer_rows, [NN_CALLBACK] = none,
    [NN_POLICY] = policies,        [NN_SCHEDULE] = none,
};

const NnRow *const *nn_rows(NnKind kind, int *count) {
  const NnRow *const *list = lists[kind];
  int rows = 0;
  while (list[rows] != NULL) rows++;
  if (count != NULL) *count = rows;
  return list;
}

const NnRow *nn_find(NnKind kind, const char *name) {
  for (const NnRow *const *row = lists[kind]; *row != NULL; row++) {
    if (strcmp((*row)->name, name) == 0 || names_hold((*row)->aliases, name, strlen(name))) return *row;
  }
  return NULL;
}

static void nearer(const char *name, const char *candidate, int length, char best[64], int *distance) {
  char text[64];
  if (length >= (int)sizeof text) return;
  memcpy(text, candidate, (size_t)length);
  text[length] = '\0';
  int d = name_distance(name, text);
  if (d >= *distance) return;
  *distance = d;
  memcpy(best, text, (size_t)length + 1);
}

bool nn_fail_unknown(NnKind kind, const char *name, Error *error) {
  core_fail(error, ERROR_VALUE, "Could not interpret %s identifier: %s", nn_kind_name(kind), name);
  char best[64] = "";
  int distance = INT_MAX;
  for (const NnRow *const *row = lists[kind]; *row != NULL; row++) {
    nearer(name, (*row)->name, (int)strlen((*row)->name), best, &distance);
    const char *aliases = (*row)->aliases;
    size_t length;
    for (const char *alias; (alias = names_next(&aliases, &length));) nearer(name, alias, (int)length, best, &distance);
  }
  if (distance <= 1 + (int)strlen(name) / 3) core_hint(error, "did you mean '%s'?", best);
  return false;
}

/* Dtype policies: only what a layer's get_config() shows. */
const NnRow nn_policy = {
    .kind = NN_POLICY,
    .name = "DTypePolicy",
    .signature = "name",
    .help = "The dtype that a layer computes in.",
};
