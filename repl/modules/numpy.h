/* numpy for other native modules: arrays as values. */
#ifndef NNSH_REPL_MODULES_NUMPY_H
#define NNSH_REPL_MODULES_NUMPY_H

#include "repl/modules/modules.h"

/* numpy.ndarray: an object that holds one array reference. */
typedef struct ArrayObject {
  Object head;
  NdArray *array;
  Value base; /* of a view: the ndarray whose memory it shows; cleared (PY_ERROR): none */
} ArrayObject;
extern Type np_array_type, np_dtype_type;

/* A value for an array: takes the reference over; NULL becomes PY_ERROR from `error`. A 0-d array stays an array. */
Value np_value(NdArray *array, const Error *error);
/* The same for what may be a view of `of`, which then is its base; an object of the class of `of`. */
Value np_view_value(NdArray *array, Value of, const Error *error);
/* The same, always an ndarray. */
Value np_plain_view(NdArray *array, Value of, const Error *error);
/* The same as np_value, but a 0-d array becomes a numpy scalar, as numpy's functions return. */
Value np_value_or_scalar(NdArray *array, const Error *error);

/* Whether a class of the program derives from ndarray. */
bool np_derives(const Type *type);
static inline bool np_is_array(Value v) {
  return v.tag == TAG_OBJECT &&
         (v.as.object->type == &np_array_type || (v.as.object->type->heap && np_derives(v.as.object->type)));
}
/* An array of a class that the program derived. */
static inline bool np_is_derived(Value v) {
  return v.tag == TAG_OBJECT && v.as.object->type->heap && np_derives(v.as.object->type);
}
static inline NdArray *np_borrow(Value v) { return ((ArrayObject *)v.as.object)->array; }

/* np.asarray: a new reference to the array of an ndarray, number, or nested list/tuple; objects with a .numpy() method
 * are asked; the numbers have this machine's order of bytes. NULL: exception pending (TypeError, or ValueError "setting an array element with a sequence. ..."). */
NdArray *np_as_array(Value value);
/* The same, but an array whose bytes lie in the other order stays as it is: for who moves elements only. */
NdArray *np_as_array_kept(Value value);
/* The same for those who work on numbers: objects become floats, texts are a ValueError. */
NdArray *np_as_numbers(Value value);
/* An array of texts as an array of objects that are bytes (UTF-8), which is how TensorFlow keeps texts; other arrays as
 * they are. Takes the reference over. NULL: pending (ValueError for objects that are no texts, in TensorFlow's words).
 */
NdArray *np_as_byte_texts(NdArray *array);
/* As an operand of a ufunc: Python scalars become weak 0-d arrays. */
NdArray *np_as_operand(Value value);
/* A Python integer too large for int64 beside an array or a numpy scalar: a uint64 scalar, a float where that is float,
 * OverflowError where the other is of integers that cannot hold it. Other values as they are. A new reference. */
Value np_settle_integer(Value value, Value other);

/* A dtype from None (fallback), 'float32', np.float32, float, int, bool, a dtype. */
bool np_as_dtype(Value value, NdType fallback, NdType *out);
Value np_dtype_value(NdType type);

/* A shape from an int or a sequence of ints; -1 allowed. */
bool np_as_shape(Value value, int *ndim, int64_t shape[ND_MAX_DIMS]);

/* An array as nested Python lists of Python numbers (tolist). */
Value np_to_list(const NdArray *array);

/* The global generator behind np.random.* functions. */
struct NdRandom *np_random_state(void);
/* random_state= of scikit-learn: None (the global one), an int (a fresh one in `local`), a RandomState. */
struct NdRandom *np_random_from(Value value, struct NdRandom *local);

#endif
