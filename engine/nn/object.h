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
  NN_POLICY, /* keras.DTypePolicy: only as the "dtype" of a layer's get_config() */
  NN_SCHEDULE, /* a learning rate that depends on the step: an optimizer's learning_rate */
  NN_KIND_COUNT
} NnKind;

/* "layer", "activation", ... for messages; the Keras module ("layers", "activations", ...). */
const char *nn_kind_name(NnKind kind);
const char *nn_kind_module(NnKind kind);

struct NnObject;

/* Rows are written with designated initializers, so that fields can be added. */
typedef struct NnRow {
  NnKind kind;
  const char *name;      /* "Dense", "CategoricalCrossentropy", "relu" */
  const char *aliases;   /* strings that also name it, '|' between: "categorical_crossentropy|cce"; or NULL */
  const char *signature; /* without self: "units, activation=None, ..." */
  const char *help;      /* one line */
  const void *handlers;  /* NnLayerHandlers, NnLossHandlers, ... by kind */
  /* The keys of get_config() in Keras's order, '|' between, each a parameter; NULL: all, in the signature's order. A
   * '?' behind
   * one: left out where it is None. */
  const char *config;
  /* Looks at a new object's options, may put them into normal form ('normal' -> 'truncated_normal'), and refuses bad
   * ones with Keras's text; or NULL. */
  bool (*check)(struct NnObject *object, Error *error);
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
  NN_OPTION_ARRAY
} NnOptionTag;

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
static inline NnOption nn_option_integer(int64_t value) { return (NnOption){NN_OPTION_INT, {.integer = value}}; }
static inline NnOption nn_option_real(double value) { return (NnOption){NN_OPTION_FLOAT, {.real = value}}; }
static inline NnOption nn_option_boolean(bool value) { return (NnOption){NN_OPTION_BOOL, {.boolean = value}}; }
/* As Python's str() shows the value, for "Received: units=3.5" in messages; and the name of its type ("int"). */
void nn_option_show(Text *text, const NnOption *option);
const char *nn_option_type_name(const NnOption *option);
/* Whether the option is an int or a float (bool counts as int, as in Python), and its value. */
bool nn_option_number(const NnOption *option, double *value);

/* An instance of a row: an initializer, a loss, ... Layers, optimizers and models begin with one. */
typedef struct NnObject {
  _Atomic int64_t references;
  const NnRow *row;
  NnOption *options;             /* one a parameter of the row's signature, in its order; owned */
  void (*destroy)(struct NnObject *self); /* releases what a larger struct holds beyond this one; may be NULL */
  void *owner;                   /* for the language: the value that stands for this object, or NULL; not owned */
  uint64_t seed;                 /* drawn when it was made, where it is random and was given no seed */
} NnObject;

/* A plain object (initializer, regularizer, loss, metric, activation). `options` has one entry a parameter, in order;
 * a NULL `options` means defaults. Options are copied. Values are checked by the row's own rules (rate out of range:
 * Keras's ValueError text). A parameter whose name tells a kind (kernel_initializer, bias_regularizer, activation, ...)
 * becomes an object of that kind. Layers, optimizers and metrics have constructors of their own that call this. */
NnObject *nn_object_new(const NnRow *row, const NnOption *options, Error *error);
/* The same into a larger struct that begins with an NnObject and was allocated by core_alloc_zero: after success
 * nn_object_release frees it, after failure it is as it was. */
bool nn_object_init(NnObject *object, const NnRow *row, const NnOption *options, Error *error);
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

/* Replaces a parameter's value (the object takes it over); false, and cleared, where the row has no such parameter. */
bool nn_option_set(NnObject *object, const char *parameter, NnOption value);

/* A parameter assigned after the object was made: a name becomes an object of the parameter's kind, the row's rules
 * are asked, and
 * nothing has changed where they refuse it. */
bool nn_option_assign(NnObject *object, const char *parameter, const NnOption *value, Error *error);

/* get_config() as key and option pairs in Keras 3.15's order; `each` borrows, and returns false to stop (the error is
 * then its own). A nested object is an NN_OPTION_OBJECT, which get_config() shows in its serialized form:
 * {'module': nn_object_module(o), 'class_name': o->row->name, 'config': {...}, 'registered_name': None}. Activations
 * are the string of their name, as Keras writes them. */
bool nn_object_config(const NnObject *object, bool (*each)(void *context, const char *key, const NnOption *value),
                      void *context, Error *error);
/* "keras.initializers", "keras.layers"; "keras" for Sequential and dtype policies. */
const char *nn_object_module(const NnObject *object);
/* get_config() as Python's repr of the dict, nested objects in their serialized form: for tests and messages. */
bool nn_object_config_text(const NnObject *object, Text *text, Error *error);

#endif
