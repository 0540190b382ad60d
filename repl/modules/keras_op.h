/* Ops on values of the language: one way for symbolic tensors (a node of a graph, in a functional model a layer) and
 * for concrete ones (numbers now, recorded where a tape is open). Private to the keras_*.c files. */
#ifndef NNSH_REPL_MODULES_KERAS_OP_H
#define NNSH_REPL_MODULES_KERAS_OP_H

#include "engine/nn/tape.h"
#include "repl/modules/keras.h"

/* The dtype of a result, beside those of NdType. */
enum { RESULT_SAME = -1, RESULT_FLOAT = -2, RESULT_QUOTIENT = -3 };

typedef struct OpCall {
  const char *name, *class_name; /* of the op; of the layer that it becomes in a functional model */
  NnAttributes attributes;
  int result;    /* an NdType or one of the above */
  unsigned free; /* bits of inputs that have no say in the common dtype (conditions, indices) */
  bool strict;   /* TensorFlow's rule: tensors of two dtypes do not meet. Else the wider one wins, as in keras.ops. */
  bool answers;  /* == and !=: tensors whose shapes do not meet are not equal, which is no error */
} OpCall;

Value keras_op(const OpCall *call, const Value *inputs, int count);

/* Raises what TensorFlow says of concrete tensors whose shapes do not meet in an op; false: it has no words of its own.
 */
bool keras_refuse(const OpCall *call, NnValue *const *values, int count);
/* The same for two shapes and the runtime's name of an op: "Sub". */
void keras_refuse_pair(const char *said, int rank_a, const int64_t *a, int rank_b, const int64_t *b);

/* While one of the user's functions is traced, ops are plain nodes; otherwise each becomes a layer. */
void keras_trace_begin(void);
void keras_trace_end(void);
bool keras_tracing(void);
/* The same, or while call() of a model is traced, whose ops do become layers. */
bool keras_any_trace(void);
void keras_model_trace(int step);

/* The value of a tensor, variable, array or number in the engine's terms (new reference); NULL: pending. */
NnValue *keras_value_of(Value value);
/* A concrete tensor with a history; takes the value over. type: what it is shown as. */
Value keras_value_result(NnValue *value, NdType type, const Error *error);
/* The dtype that TensorFlow gives to a value. */
bool keras_is_eager(Value value);
/* Whether one of these is a concrete tensor or variable that a tape may be following. */
bool keras_is_tracked(const Value *values, int64_t count);

/* Raises tf.errors.InvalidArgumentError. PY_ERROR. */
Value keras_raise_invalid(const char *format, ...) __attribute__((format(printf, 1, 2)));
#define keras_raise_invalid(...) (CORE_MESSAGE(InvalidArgumentError, __VA_ARGS__), (keras_raise_invalid)(__VA_ARGS__))

/* A name of a module that is written in the language, PY_UNDEFINED where it has none. */
Value keras_embedded_find(const char *module, String *name);
void keras_embedded_names(const char *module, void (*each)(void *context, const char *name), void *context);

/* The only number of an array as TensorFlow's reprs show it: a float32 with all the digits of its float64. */
void keras_add_number(Text *text, const NdArray *array);

/* Calls a function of such a module. */
Value keras_embedded_call(const char *module, const char *name, const Value *arguments, int count);

/* Known numbers as a node of a graph. */
Value keras_constant(Value value);
/* Whether a tensor follows from weights and constants alone: no layer's call gave it. */
bool keras_is_loose(const NnTensor *tensor);
/* Operators of tensors and variables. */
Value keras_operator(BinaryOp op, Value a, Value b);
Value keras_comparison(CompareOp op, Value a, Value b);
Value keras_unary(UnaryOp op, Value self);

/* A loss or metric of the engine (one number a sample), a layer, an activation on tensors that are symbolic or that a
 * tape may follow. */
bool keras_must_record(const Value *values, int64_t count);
Value keras_record_measure(NnObject *object, Value y_true, Value y_pred);
Value keras_record_loss(NnObject *loss, Value y_true, Value y_pred, Value weights);
/* layer.losses of a layer and those in it begins again. */
bool keras_losses_clear(Value layer);
void keras_losses_noted(void); /* there are some from now on */
/* masks: of the inputs, NULL where one has none; the results carry theirs. */
Value keras_record_layer(NnLayer *layer, const Value *inputs, NdArray *const *masks, int64_t count, int training);
Value keras_record_activation(NnObject *activation, Value x);
Value keras_record_regularizer(NnObject *regularizer, Value x);

extern const NativeRow keras_optimizer_methods[];
extern const NativeRow keras_op_rows[], keras_tape_rows[];
extern Type keras_tape_type, keras_loop_type, tf_variable_type;
bool keras_variable_assign(Value variable, Value value, int sign /* 0: set, 1: add, -1: subtract */);

#endif
