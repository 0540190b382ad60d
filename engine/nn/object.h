/* What users name and configure: layers, activations, initializers, regularizers, constraints, losses, metrics,
 * optimizers, callbacks. Each kind is one table of rows; each row declares its names, its signature as one line of
 * Python, its help and its handlers. Binding, defaults, get_config(), repr, help, completion and the tests that walk
 * every row derive from the row. To add a layer: one file with its handlers and its row, one line in rows.h. */
#ifndef NNSH_ENGINE_NN_OBJECT_H
#define NNSH_ENGINE_NN_OBJECT_H

#include <stdatomic.h>

#include "engine/array/array.h"
#include "engine/core/error.h"
#include "engine/core/signature.h"
#include "engine/core/text.h"

typedef enum NnKind {
  NN_LAYER, NN_ACTIVATION, NN_INITIALIZER, NN_REGULARIZER, NN_CONSTRAINT, NN_LOSS, NN_METRIC, NN_OPTIMIZER, NN_CALLBACK,
  NN_KIND_COUNT
} NnKind;

/* "layer", "activation", ... for messages; the Keras module ("layers", "activations", ...). */
const char *nn_kind_name(NnKind kind);
const char *nn_kind_module(NnKind kind);

typedef struct NnRow {
  NnKind kind;
  const char *name;      /* "Dense", "CategoricalCrossentropy", "relu" */
  const char *aliases;   /* strings that also name it, '|' between: "categorical_crossentropy|cce"; or NULL */
  const char *signature; /* without self: "units, activation=None, ..." */
  const char *help;      /* one line */
  const void *handlers;  /* NnLayerHandlers, NnLossHandlers, ... by kind */
} NnRow;

/* All rows of a kind, in the order of the documentation. */
const NnRow *const *nn_rows(NnKind kind, int *count);
/* By exact name or alias (case matters, as in Keras); NULL where there is none. */
const NnRow *nn_find(NnKind kind, const char *name);
/* ERROR_VALUE "Unknown activation function 'rleu'..." in Keras's words for the kind, with the nearest name as hint. */
bool nn_fail_unknown(NnKind kind, const char *name, Error *error);

/* A configured value: what a user gave for a parameter, or its default. */
typedef enum NnOptionTag {
  NN_OPTION_NONE, NN_OPTION_BOOL, NN_OPTION_INT, NN_OPTION_FLOAT, NN_OPTION_STRING, NN_OPTION_LIST, /* tuple or list */
  NN_OPTION_OBJECT,   /* an NnObject, e.g. an initializer */
  NN_OPTION_ARRAY,
  NN_OPTION_CALLABLE  /* a function of the language; `object` holds its opaque handle */
} NnOptionTag;

struct NnObject;
typedef struct NnOption NnOption;
struct NnOption {
  NnOptionTag tag;
  union {
    bool boolean;
    int64_t integer;
    double real;
    char *string; /* owned */
    struct {
      NnOption *items; /* owned */
      int count;
    } list;
    struct NnObject *object; /* a counted reference */
    NdArray *array;          /* a counted reference */
    void *callable;
  } as;
};
void nn_option_clear(NnOption *option);
bool nn_option_copy(const NnOption *from, NnOption *to, Error *error);
bool nn_option_from_literal(const Literal *literal, NnOption *out, Error *error);
NnOption nn_option_string(const char *text); /* copies; NONE where memory is short */

/* An instance of a row: an initializer, a loss, ... Layers, optimizers and models begin with one. */
typedef struct NnObject {
  _Atomic int64_t references;
  const NnRow *row;
  NnOption *options;             /* one a parameter of the row's signature, in its order; owned */
  void (*destroy)(struct NnObject *self); /* releases what a larger struct holds beyond this one; may be NULL */
  void *owner;                   /* for the language: the value that stands for this object, or NULL; not owned */
} NnObject;

/* A plain object (initializer, regularizer, loss, metric, activation). `options` has one entry a parameter, in order;
 * a NULL `options` means defaults. Options are copied. Values are checked by the row's own rules (rate out of range:
 * Keras's ValueError text). Layers, optimizers and metrics have constructors of their own that call this. */
NnObject *nn_object_new(const NnRow *row, const NnOption *options, Error *error);
NnObject *nn_object_retain(NnObject *object);
void nn_object_release(NnObject *object);

/* From what users write for e.g. kernel_initializer=: None (NULL without error), a string, an object. */
NnObject *nn_object_from_option(NnKind kind, const NnOption *option, Error *error);

/* The option of a parameter by name (NULL where the row has none), and shorthands with the row's default. */
const NnOption *nn_option(const NnObject *object, const char *parameter);
int64_t nn_option_int(const NnObject *object, const char *parameter);
double nn_option_double(const NnObject *object, const char *parameter);
bool nn_option_bool(const NnObject *object, const char *parameter);
const char *nn_option_text(const NnObject *object, const char *parameter); /* NULL where None */

/* get_config() as key and option pairs in Keras 3.15's order; `each` borrows. */
bool nn_object_config(const NnObject *object, bool (*each)(void *context, const char *key, const NnOption *value),
                      void *context, Error *error);

#endif
