/* What the numpy_*.c files share. */
#ifndef NNSH_REPL_MODULES_NUMPY_INTERNAL_H
#define NNSH_REPL_MODULES_NUMPY_INTERNAL_H

#include "engine/array/element.h"
#include "engine/array/reduce.h"
#include "engine/array/ufunc.h"
#include "repl/modules/numpy.h"

Value np_binary(BinaryOp op, Value a, Value b);
Value np_compare(CompareOp op, Value a, Value b);
Value np_unary(UnaryOp op, Value self);
/* Slots of ndarray (numpy_index.c). */
Value np_array_getitem(Value self, Value key);
bool np_array_setitem(Value self, Value key, Value value);
Value np_array_iter(Value self);
/* A ufunc of two values; a 0-d result is a scalar. */
Value np_apply_values(const NdUfunc *ufunc, Value a, Value b, NdArray *out);

/* order='C', 'F', 'A' or 'K' as its letter; 'C' for None. */
char np_order(Value order);
bool np_check_order(Value order); /* ValueError where it is none of these */
Value np_value_ordered(NdArray *made, Value order, const Error *error);

/* ---- Ufuncs and what is written in the language (numpy_ufunc.c, python/_numpy_array.py) ---- */

/* A ufunc of the name (or alias), or PY_UNDEFINED. */
Value np_ufunc_find(String *name);
void np_ufunc_names(void (*each)(void *context, const char *name), void *context);
void np_ufunc_name(const NdUfunc *ufunc, char out[64]);
/* Warns of, or raises, what went wrong in floating point, "encountered in" the function of this name. */
bool np_float_check(const char *name);
bool np_float_report(unsigned status, const char *name); /* of what went wrong elsewhere */
bool np_float_overflow(BinaryOp op); /* of whole scalars */
bool np_warn(Type *category, const char *text);
extern Type np_ufunc_type;
extern const NativeRow np_ufunc_rows[], np_print_rows[];
/* A public name of the language's half; PY_UNDEFINED where there is none. */
Value np_python_find(const char *name);
void np_python_names(void (*each)(void *context, const char *name), void *context);
/* Calls a function of the language's half. */
Value np_python_call(const char *name, const Value *arguments, int count);
/* A method (bound to self) or the value of a property that the class _NAME of the language's half has. */
Value np_python_method(const char *class, Value self, String *name);

/* ---- Classes that programs derive from ndarray (numpy_subclass.c) ---- */

/* What was made (taken over) as an object of a class, whose __array_finalize__ gets `parent`. Only arrays change. */
Value np_as_class(Value made, Type *type, Value parent);
/* The same in the class of `like`, where that is a derived one; np_like_whole makes arrays of numbers too. */
Value np_like(Value made, Value like);
Value np_like_whole(Value made, Value like);
/* A result of a ufunc (PY_UNDEFINED: none that has a name) through __array_wrap__ of its inputs. */
Value np_wrap(Value made, Value ufunc, const Value *inputs, int count, int output);
/* Whether the class of a value has an attribute of its own in place of ndarray's. */
bool np_has_own(Value value, const char *name);
/* Handlers of ndarray's own methods that super() reaches. */
Value np_array_finalize(const NativeRow *row, Value *arguments);
Value np_array_wrap(const NativeRow *row, Value *arguments);
Value np_array_ufunc(const NativeRow *row, Value *arguments);
extern const NativeRow np_class_rows[], np_record_rows[], np_dtype_rows[];

/* Products over the last axes, and of all elements (numpy_linalg.c). */
Value np_inner(const NativeRow *row, Value *arguments);

/* ---- Objects that say themselves what functions make of them (numpy_owner.c) ---- */

/* Whether a value's class has __array_ufunc__. */
bool np_owned(Value value);
/* Asks the __array_ufunc__ of the first `inputs` arguments, in order, about a method
 * ("__call__", "reduce"); false where none has one. */
bool np_ufunc_override(Value ufunc, const char *method, const Arguments *arguments, int inputs, Value *result);
/* owner.name(names[0]=values[0], ...); at most 4. */
Value np_owner_call(Value owner, const char *name, const char *const *names, const Value *values, int count);

/* ---- Elements and dtypes (numpy_element.c, numpy_dtype.c) ---- */

/* The value at a place as numpy gives it (numpy scalars, np.str_), and as Python's own (tolist). */
Value np_element(NdKind kind, const char *data);
Value np_plain_element(NdKind kind, const char *data);
/* Converts a value into an element of any dtype at a place that holds one; false with the exception pending. */
bool np_element_store(NdKind kind, char *data, Value value);
/* An object element of a value, which is taken over. */
bool np_element_make(Value value, void **made);
/* An array of objects of nested sequences, of which the outer `limit` levels are axes. */
NdArray *np_as_objects(Value value, int limit);
/* For the collector: the objects that an array of objects holds alone. */
bool np_element_visit(const NdArray *array, PyVisit visit, void *context);
void np_element_clear(NdArray *array);
Value np_text_value(const char *utf8, size_t length); /* np.str_ */
void np_elements_start(void);
/* The array of objects in the bytes of a .npy file for which npy_pickle_start is not 0; takes the bytes over. */
Value np_pickled_array(char *bytes, size_t length, const char *name);
Value np_load_pickle(const char *path); /* np.load of a file that is no .npy */
extern Type np_str_type, np_bytes_type, np_object_scalar_type, np_generic_type, np_number_type, np_integer_type,
    np_floating_type, np_signed_type, np_unsigned_type, np_inexact_type, np_flexible_type, np_character_type;

/* As np_as_dtype, with the size of texts (0: none given). A fallback of -1 is passed through. */
bool np_as_kind(Value value, NdType fallback, NdKind *out);
Value np_dtype_sized(NdType type, int itemsize);
/* Says whose dtype it is: new names of its fields become the array's. */
void np_dtype_own(Value dtype, Value array);
/* The same records with fields of other names, in place. */
bool np_array_retype(Value self, NdType type);
/* The dtype of a record's field that is an array, and the axes of such a dtype (0: none). */
Value np_dtype_shaped(NdKind kind, int ndim, const int64_t *shape);
int np_dtype_axes(Value dtype, int64_t shape[ND_MAX_DIMS]);
/* np_as_array in a given dtype; type -1: as it is. */
NdArray *np_as_array_kind(Value value, NdKind kind);

/* Handlers of rows (numpy_memory.c). */
Value np_method_view(const NativeRow *row, Value *arguments);
Value np_array_data(Value self);
void np_memory_start(void); /* memoryviews of arrays are there from then on */
Value np_method_tobytes(const NativeRow *row, Value *arguments);
Value np_method_setflags(const NativeRow *row, Value *arguments);
Value np_method_resize(const NativeRow *row, Value *arguments);
Value np_writeable(const NativeRow *row, Value *arguments);
Value np_cast_error(const NativeRow *row, Value *arguments);
Value np_over_buffer(Value *arguments); /* ndarray(shape, dtype, buffer, offset, strides, order) */
Value np_as_strided(const NativeRow *row, Value *arguments);
/* The bytes of a bytes-like object as an array of uint8, a copy; TypeError for others. */
Value np_frombuffer_bytes(Value given);
/* (numpy_round.c) */
Value np_do_round(const NativeRow *row, Value *arguments);
Value np_do_clip(const NativeRow *row, Value *arguments);

/* Rows of the methods of ndarray, and of the functions of each module; numpy's are in several tables. */
extern const NativeRow np_array_methods[], np_random_rows[], np_generator_rows[], np_linalg_rows[];
extern const NativeRow np_shared_rows[], np_create_rows[], np_join_rows[], np_select_rows[], np_statistics_rows[],
    np_file_rows[], np_type_rows[], np_lapack_rows[], np_inner_rows[];
extern Type np_random_state_type, np_npz_type;
/* np.random.NAME for the distributions of the engine's table. */
Value np_random_find(String *name);
void np_random_names(void (*each)(void *context, const char *name), void *context);
/* Attributes that embedded modules make; PY_UNDEFINED where there is none. */
Value np_find_embedded(const char *module, String *name);
void np_names_embedded(const char *module, void (*each)(void *context, const char *name), void *context);
/* Raises numpy 2's AttributeError for a name that older versions had; PY_UNDEFINED for all others. */
Value np_find_removed(const char *name);
/* np.c_ and np.r_: objects that join what stands between their brackets. */
bool np_fill_joiners(Dict *dict);

/* What printing gave, or PY_ERROR where an element's repr raised. */
Value np_printed(Text *text);

/* Raises what a ufunc failed with: numpy has a class of its own for an `out` that cannot hold the result. */
Value np_raise_ufunc(const Error *error);
extern Type np_ufunc_error_type, np_promotion_error_type;

/* axis=None, an int, or a tuple of ints: fills `axes` and `count`; NULL axes (count 0) for None. */
bool np_as_axes(Value value, int axes[ND_MAX_DIMS], int *count, bool *all);

/* A reduction as numpy's functions and methods call it: axis, dtype, keepdims, ddof. */
Value np_reduce_value(NdReduction reduction, Value array, Value axis, Value dtype, Value keepdims, double ddof);

bool np_scalars_prepare(void);

/* ---- Records (numpy_record.c) ---- */

/* numpy.void: takes over an array without dimensions, whose memory it shows; a copy of one record; the array of one, or
 * NULL (borrowed). */
Value np_record_value(NdArray *array);
Value np_record_in_class(NdArray *array, Type *class); /* one that derives from void */
Value np_record_copy(NdType type, const char *data);
NdArray *np_record_of(Value value);
/* A dtype of fields, from a list of them, a dict of names and formats, or a text with commas. */
bool np_record_kind(Value value, NdKind *out);
Value np_record_names(NdType type);
Value np_record_fields(NdType type);
Value np_record_dtype_item(NdType type, Value key);
/* array['a'] and array[['a', 'b']]: whether a key is that, and the view. */
bool np_names_fields(const NdArray *array, Value key);
NdArray *np_fields_view(const NdArray *array, Value key);
/* The same records with the fields that `order` names in front, for sorting. */
NdArray *np_ordered_view(NdArray *array, Value order);
/* A record as a tuple of Python's values, and one from a value. */
Value np_record_plain(NdType type, const char *data);
bool np_record_store(NdKind kind, char *data, Value value);
extern Type np_void_type;

/* ---- Times (numpy_times.c) ---- */

/* A scalar; its dtype and count; an array of no dimensions (NULL with the exception pending). */
Value np_time_value(NdType type, int64_t count);
bool np_time_of(Value value, NdType *type, int64_t *count);
NdArray *np_time_array(NdType type, int64_t count);
/* A value (text, number, date, None) as a count of a dtype's unit. */
bool np_time_store(NdType type, int64_t *to, Value value);
/* Gives a dtype without a unit the finest one among the values. */
bool np_time_settle(Value value, NdType *type);
Value np_time_plain(NdType type, int64_t count);
Value np_time_steps(const Value given[3], NdType type);
extern Type np_datetime_type, np_timedelta_type;

/* ---- Complex numbers (numpy_complex.c) ---- */

/* A scalar of complex64 or complex128. */
Value np_complex_value(NdComplex128 value, NdType type);
/* The parts of Python's complex (as complex128) or of a numpy scalar; false for all others. */
bool np_complex_of(Value value, NdComplex128 *parts, NdType *type);
/* Warns where a conversion loses imaginary parts; false where the warning is an error. */
bool np_complex_lost(NdType from, NdType to);
/* An array of no dimensions; NULL with the exception pending. */
NdArray *np_complex_array(NdComplex128 value, NdType type, NdWeak weak);
extern Type np_complex_floating_type, np_complex64_type, np_complex128_type, np_complex_warning_type;

/* The Python number of the same value. */
Value np_plain(NdScalar scalar);

/* axis= as an int; None and a missing one give the fallback. */
bool np_as_axis(Value value, int fallback, int *axis);
/* As np_as_array, in a given dtype; texts of numbers are read where the dtype is numeric ("1.5" as a float). */
NdArray *np_as_array_of(Value value, Value dtype, NdType fallback);

/* A calculation in several steps: the work holds every value made on the way and drops them at its end. A step that
 * fails makes all later ones return PY_ERROR at once, so that only the end need be checked. Values and arrays that
 * steps return are borrowed from the work. */
typedef struct NpWork {
  Value held[32];
  int count;
  bool failed;
} NpWork;
Value np_step(NpWork *work, Value made); /* takes it over */
Value np_step_array(NpWork *work, NdArray *made, const Error *error); /* takes it over; 0-d stays an array */
Value np_step_binary(NpWork *work, BinaryOp op, Value a, Value b);
Value np_step_compare(NpWork *work, CompareOp op, Value a, Value b);
Value np_step_apply(NpWork *work, const char *ufunc, Value a, Value b /* PY_UNDEFINED: one input */);
Value np_step_reduce(NpWork *work, NdReduction reduction, Value array, Value axis, Value keepdims);
Value np_step_where(NpWork *work, Value condition, Value a, Value b);
NdArray *np_hold(NpWork *work, Value given);               /* np_as_array; NULL after a failure */
NdArray *np_hold_as(NpWork *work, Value given, NdType type); /* the same in a dtype, C-contiguous */
Value np_end(NpWork *work, Value result);                  /* a new reference to result; all else is dropped */

#endif
