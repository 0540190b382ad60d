/* Keras as the language sees it: values that stand for the engine's objects. Private to the keras_*.c files. */
#ifndef NNSH_REPL_MODULES_KERAS_H
#define NNSH_REPL_MODULES_KERAS_H

#include "engine/nn/accumulator.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/train.h"
#include "repl/modules/modules.h"

/* A layer, model, loss, metric, optimizer, initializer, ...: one value for one engine object, as long as the value
 * lives (object->owner points back), so that `model.layers[0] is dense`. */
typedef struct KerasObject {
  Object head;
  NnObject *object;
  Dict *attributes; /* what the user hangs on it, and e.g. model.history */
} KerasObject;

/* A metric keeps what update_state was given. */
typedef struct KerasMetric {
  KerasObject object; /* first */
  NnAccumulator seen;
} KerasMetric;

typedef struct KerasTensor {
  Object head;
  NnTensor *tensor;
} KerasTensor;

typedef struct KerasVariable {
  Object head;
  NnVariable *variable;
  bool unread; /* what tf.Variable.assign gives: another name for the variable, shown as such */
} KerasVariable;

/* A concrete tensor: what a layer or activation called on arrays gives. */
struct NnValue;
typedef struct EagerTensor {
  Object head;
  NdArray *array;
  struct NnValue *value; /* its history where a tape follows it, or NULL (tape.h) */
  NdArray *mask; /* which steps count, [batch, steps] in float32, or NULL: what Keras keeps as _keras_mask */
} EagerTensor;

extern Type keras_kind_types[NN_KIND_COUNT]; /* the base class of each kind: Layer, Loss, Optimizer, ... */
extern Type keras_model_type, keras_sequential_type, keras_functional_type;
extern Type keras_tensor_type, keras_variable_type, keras_eager_tensor_type, keras_tensor_shape_type;
extern Type tf_variable_type;
extern Type keras_history_type, keras_dtype_type, keras_rate_type;

/* Raises an engine's error in Keras's words: without "(layer x)" behind the text. PY_ERROR. */
Value keras_raise(const Error *error);

/* Whether a class takes these arguments, one a parameter of its whole signature; false: what Keras raises is pending.
 * */
bool keras_arguments_fit(const NnRow *row, const Signature *signature, const Value *arguments);

/* Whether a method of Model that trains can be given these, `line` being its signature. */
bool keras_call_fits(const char *what, const char *line, const Value *arguments);

/* Whether a layer can be called on this; false: what Keras raises is pending. */
bool keras_input_fits(Value self, Value input);

/* The same for initializers (which are called on a shape), regularizers, constraints and activations. */
bool keras_value_fits(const NnObject *object, Value value);

/* The class of a row (Dense, Adam, ...), made when first asked for; lives for ever. NULL: MemoryError pending. */
Type *keras_row_type(const NnRow *row);

/* The value for an engine object: takes the reference over; NULL becomes PY_ERROR from `error`. */
Value keras_wrap(NnObject *object, const Error *error);
Value keras_tensor_value(NnTensor *tensor, const Error *error);
Value keras_variable_value(NnVariable *variable);
Value keras_eager_value(NdArray *array, const Error *error);

/* An object of the user's class whose __init__ did not call super's: its engine object, made late (keras_user.c). */
NnObject *keras_late_object(Value v);
static inline NnObject *keras_object_of(Value v) {
  NnObject *object = ((KerasObject *)v.as.object)->object;
  return object ? object : keras_late_object(v);
}
static inline NnLayer *keras_layer_of(Value v) { return (NnLayer *)keras_object_of(v); }
static inline NnModel *keras_model_of(Value v) { return (NnModel *)keras_object_of(v); }
bool keras_is_object(Value v);
bool keras_is_layer(Value v);
bool keras_is_tensor(Value v);

/* A value as an engine option and back. Raises TypeError for what no option can be. Nested objects come back as the
 * values that stand for them. */
bool keras_option(Value value, NnOption *out);
Value keras_option_value(const NnOption *option);
/* get_config() as a dict; objects inside are serialized as Keras does ({'module': ..., 'class_name': ...}). */
Value keras_config(NnObject *object);
/* The object itself in that form. */
Value keras_serialized(NnObject *object);

/* A name of a kind's table as an attribute of its module: the class (Dense), or the function for a lower-case alias
 * (keras.losses.mse, keras.activations.relu); PY_UNDEFINED where there is none. */
Value keras_find_row(NnKind kind, String *name);
/* keras.layers.add, concatenate, ...: NULL where there is none. */
const NativeRow *keras_merge_named(const char *name);
void keras_merge_names(void (*each)(void *context, const char *name), void *context);
void keras_each_row(NnKind kind, void (*each)(void *context, const char *name), void *context);

/* Symbolic shape of a value such as (None, 784), 784, [28, 28]. */
bool keras_as_shape(Value value, NnShape *shape);
Value keras_shape_value(const NnShape *shape);

/* layer(inputs): symbolic or concrete, by what `inputs` is. */
Value keras_layer_call(Value self, const Arguments *arguments);
/* Calls of the other kinds, on arrays: call slots of their types (keras_call.c). */
Value keras_initializer_call(Value self, const Arguments *arguments);
Value keras_constraint_call(Value self, const Arguments *arguments);
Value keras_regularizer_call(Value self, const Arguments *arguments);
Value keras_activation_call(Value self, const Arguments *arguments);
Value keras_loss_call(Value self, const Arguments *arguments);
Value keras_metric_call(Value self, const Arguments *arguments);
extern const NativeRow keras_metric_methods[], keras_layer_methods[], keras_layer_statics[];
extern const PropertyRow keras_layer_properties[];
/* Attributes, methods and properties of all kinds of objects (keras_attributes.c). */
Value keras_object_getattr(Value self, String *name);
extern const NativeRow keras_object_methods[];
extern const PropertyRow keras_named_properties[], keras_optimizer_properties[], keras_no_properties[];
Value keras_get_config(const NativeRow *row, Value *arguments);
/* An activation on an array (a concrete tensor) or on a symbolic tensor (a layer's call). */
Value keras_activate(NnObject *activation, Value x);
/* A loss or metric on arrays, one value a sample; float64 stays float64 where `keep` is set. NULL: pending. */
NdArray *keras_measure(NnObject *object, Value y_true, Value y_pred, bool keep);

/* A row as a function: keras.activations.relu, keras.losses.mean_squared_error. */
Value keras_row_function(const NnRow *row);
/* The row that such a function stands for, or NULL. */
const NnRow *keras_row_of_function(Value value);

/* optimizer.learning_rate: a variable that reads and sets the optimizer's rate (keeps the optimizer). */
Value keras_rate_value(Value optimizer);
/* A LearningRateSchedule of the language as an option: 1, 0 where the value is none, -1 with an exception pending. */
int keras_schedule_option(Value value, NnOption *out);
Value keras_schedule_serialized(NnObject *object);
/* optimizer.learning_rate: the variable, or what the schedule gives for the coming step. */
Value keras_optimizer_rate(Value self);
bool keras_optimizer_set_rate(Value self, Value value);
Value keras_optimizer_variables(Value self);
Value keras_optimizer_build(const NativeRow *row, Value *arguments);

/* tf.float32 and its like; a dtype from a value, tf's too (as np_as_dtype). */
Value keras_dtype_value(NdType type);
/* Its name: texts, which arrays keep as objects that are bytes, are "string". */
const char *keras_type_name(NdType type);
bool keras_as_dtype(Value value, NdType fallback, NdType *out);
bool keras_fill_dtypes(Dict *dict);
/* The dims as tf.TensorShape. */
Value keras_tensor_shape_value(int ndim, const int64_t *shape);

/* How models are made (keras_model_new.c): the slots of their types, and add() of a layer or an Input. */
Value keras_construct_sequential(Type *type, Value *arguments);
Value keras_construct_functional(Type *type, Value *arguments);
bool keras_model_init(Value self, Value *arguments);
bool keras_model_add(NnModel *model, Value item);

/* Methods of Model that train: rows of keras_fit.c. */
Value keras_model_compile(const NativeRow *row, Value *arguments);
Value keras_model_fit(const NativeRow *row, Value *arguments);
Value keras_model_evaluate(const NativeRow *row, Value *arguments);
Value keras_model_predict(const NativeRow *row, Value *arguments);
Value keras_model_train_on_batch(const NativeRow *row, Value *arguments);
Value keras_model_test_on_batch(const NativeRow *row, Value *arguments);
Value keras_model_predict_on_batch(const NativeRow *row, Value *arguments);
/* Whether compile() was given what only training op by op can use. */
bool keras_loops(Value self);
extern const char keras_compile_signature[], keras_fit_signature[], keras_evaluate_signature[],
    keras_predict_signature[];

/* keras.utils and keras.backend functions. */
extern const NativeRow keras_utils_rows[], keras_backend_rows[];

/* " object at 0x7f..." with the address masked under --stable. */
void keras_add_address(Text *text, const void *object);

#endif
