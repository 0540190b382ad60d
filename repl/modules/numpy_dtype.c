/* numpy.dtype: what the elements of an array are, with the size of texts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/array/element.h"
#include "engine/array/record.h"
#include "engine/array/swapped.h"
#include "engine/array/times.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"
#include "repl/types/complex.h"

typedef struct DtypeObject {
  Object head;
  NdKind kind; /* texts without a size: itemsize 0 */
  Value class; /* numpy.record, of a record array's elements; cleared (PY_ERROR): the class that the kind has */
  Value owner; /* the array of records whose dtype it is; cleared: none */
  int ndim;    /* of a field's own axes: the dtype of an array in each record; 0: one element */
  int64_t shape[ND_FIELD_DIMS];
} DtypeObject;

static NdKind kind_of(Value v) { return ((DtypeObject *)v.as.object)->kind; }
static NdType dtype_of(Value v) { return kind_of(v).type; }

static Value make(NdKind kind) {
  DtypeObject *object = py_new(&np_dtype_type);
  if (object == NULL) return PY_ERROR;
  object->kind = kind;
  return py_object(object);
}

Value np_dtype_sized(NdType type, int itemsize) {
  static Value made[ND_TYPE_COUNT];
  if (nd_is_text(type)) return make((NdKind){type, itemsize});
  if (nd_is_record(type) || nd_is_time(type) || nd_is_swapped(type)) return make((NdKind){type, nd_types[type].itemsize});
  if (made[type].tag == TAG_ERROR) {
    Value fresh = make((NdKind){type, nd_types[type].itemsize});
    if (py_is_error(fresh)) return fresh;
    made[type] = fresh;
  }
  return py_keep(made[type]);
}
Value np_dtype_shaped(NdKind kind, int ndim, const int64_t *shape) {
  if (ndim == 0) return np_dtype_sized(kind.type, kind.itemsize);
  Value made = make(kind);
  if (py_is_error(made)) return made;
  DtypeObject *object = (DtypeObject *)made.as.object;
  object->ndim = ndim;
  memcpy(object->shape, shape, (size_t)ndim * sizeof *shape);
  return made;
}
int np_dtype_axes(Value dtype, int64_t shape[ND_FIELD_DIMS]) {
  const DtypeObject *object = (DtypeObject *)dtype.as.object;
  memcpy(shape, object->shape, sizeof object->shape);
  return object->ndim;
}
Value np_dtype_value(NdType type) { return np_dtype_sized(type, 0); }

/* "U5", "<U5", "|S3", "a4": texts with a size; 0 where the name is something else. */
static bool sized_name(const char *name, NdKind *kind) {
  if (*name == '>' && name[1] == 'U') return false; /* letters have this machine's order */
  if (*name == '<' || *name == '=' || *name == '|' || *name == '>') name++;
  if (strcmp(name, "c") == 0) {
    *kind = (NdKind){ND_BYTES, 1};
    return true;
  }
  if (*name != 'U' && *name != 'S' && *name != 'a') return false;
  char *end;
  long count = strtol(name + 1, &end, 10);
  if (name[1] == '\0' || *end != '\0' || count < 0 || count > 1 << 26) return false;
  kind->type = *name == 'U' ? ND_STRING : ND_BYTES;
  kind->itemsize = (int)count * nd_types[kind->type].itemsize;
  return true;
}

static bool no_dtype(Value value) {
  if (py_is_str(value)) {
    const char *name = py_as_string(value)->data;
    size_t bracket = strcspn(name, "[");
    if (name[bracket] == '[' && name[bracket + 1] >= '0' && name[bracket + 1] <= '9') {
      py_raise(&py_NotImplementedError, "the dtype '%s' is not there: units of time have no multiples", name);
      return false;
    }
    if (*name == '>' && (name[1] == 'U' || nd_type_named(name + 1) >= 0)) {
      py_raise(&py_NotImplementedError, "the dtype '%s' is not there in this byte order: texts, times and records have "
                                        "this machine's", name);
      return false;
    }
    py_raise(&py_TypeError, "data type '%s' not understood", name);
    return false;
  }
  Value text = py_repr(value);
  if (!py_is_error(text))
    py_raise(&py_TypeError, "Cannot interpret '%s' as a data type", py_as_string(text)->data);
  py_drop(text);
  return false;
}

bool np_as_kind(Value value, NdType fallback, NdKind *out) {
  if (py_is_none(value) || py_is_undefined(value)) {
    *out = (NdKind){fallback, (int)fallback >= 0 && nd_is_number(fallback) ? nd_types[fallback].itemsize : 0};
    return true;
  }
  if (py_is(value, &np_dtype_type)) {
    *out = kind_of(value);
    if (((DtypeObject *)value.as.object)->ndim == 0) return true;
    py_raise(&py_NotImplementedError, "a dtype of arrays is there as the dtype of a record's field only");
    return false;
  }
  int named = -1;
  if (py_is_list(value) || py_is_dict(value)) return np_record_kind(value, out);
  if (py_is_str(value)) {
    const char *name = py_as_string(value)->data;
    if (sized_name(name, out)) return true;
    if (strchr(name, ',') != NULL || (*name >= '0' && *name <= '9') || *name == '(') return np_record_kind(value, out);
    named = nd_type_named(name);
  } else if (py_is_type(value)) {
    Type *type = py_as_type(value);
    for (int i = 0; named < 0 && i < ND_TYPE_COUNT; i++)
      if (py_scalar_types[i] == type) named = i;
    if (type == &py_float_type || type == &np_floating_type) named = ND_FLOAT64;
    if (type == &py_int_type || type == &np_integer_type) named = ND_INT64;
    if (type == &py_complex_type || type == &np_complex_floating_type) named = ND_COMPLEX128;
    if (type == &np_datetime_type) named = (int)nd_date_type(ND_NO_UNIT);
    if (type == &np_timedelta_type) named = (int)nd_span_type(ND_NO_UNIT);
    if (type == &py_bool_type) named = ND_BOOL;
    if (type == &py_str_type) named = ND_STRING;
    if (type == &py_bytes_type) named = ND_BYTES;
    if (type == &py_object_type) named = ND_OBJECT;
    if (named < 0 && strcmp(type->module ? type->module : "", "numpy") != 0) named = ND_OBJECT;
  } else if (value.tag == TAG_OBJECT) {
    Value own = py_find_attr(value, py_intern("dtype"));
    if (py_is_error(own)) return false;
    if (!py_is_undefined(own)) {
      bool good = py_is(own, &np_dtype_type) && np_as_kind(own, fallback, out);
      py_drop(own);
      if (good) return true;
    }
  }
  if (named < 0) return no_dtype(value);
  *out = (NdKind){(NdType)named, nd_is_text((NdType)named) ? 0 : nd_types[named].itemsize};
  return true;
}

bool np_as_dtype(Value value, NdType fallback, NdType *out) {
  NdKind kind;
  if (!np_as_kind(value, fallback, &kind)) return false;
  *out = nd_native(kind.type); /* who computes does it in this machine's order */
  return true;
}

/* ---- Attributes ---- */

/* numpy's one-letter codes and numbers, by dtype. */
static const struct {
  char code;
  int number;
} codes[ND_TYPE_COUNT] = {
    [ND_BOOL] = {'?', 0},    [ND_INT8] = {'b', 1},     [ND_INT16] = {'h', 3},    [ND_INT32] = {'i', 5},
    [ND_INT64] = {'l', 7},   [ND_UINT8] = {'B', 2},    [ND_UINT16] = {'H', 4},   [ND_UINT32] = {'I', 6},
    [ND_UINT64] = {'L', 8},  [ND_FLOAT16] = {'e', 23}, [ND_FLOAT32] = {'f', 11}, [ND_FLOAT64] = {'d', 12},
    [ND_COMPLEX64] = {'F', 14}, [ND_COMPLEX128] = {'D', 15},
    [ND_STRING] = {'U', 19}, [ND_BYTES] = {'S', 18},   [ND_OBJECT] = {'O', 17}};

/* "<f8", "|b1", "<U3", "|O". */
static Value code_text(NdKind kind) {
  const NdRecord *record = nd_record_of(kind.type);
  if (record) return py_textf("|V%lld", (long long)record->size);
  if (nd_is_time(kind.type)) {
    Text text = {0};
    nd_kind_code(&text, kind);
    return py_text_take(&text);
  }
  if (kind.type == ND_OBJECT) return py_text("|O");
  if (nd_is_swapped(kind.type)) return py_text(nd_types[kind.type].name);
  char order = kind.type == ND_BYTES || (kind.itemsize == 1 && kind.type != ND_STRING) ? '|' : '<';
  int count = kind.type == ND_STRING ? kind.itemsize / 4 : kind.itemsize;
  if (nd_is_text(kind.type) && kind.itemsize == 0)
    return py_textf("%c%c0", order, nd_types[kind.type].kind);
  return py_textf("%c%c%d", order, nd_types[kind.type].kind, count);
}
static Value dtype_name(Value self) {
  NdKind kind = kind_of(self);
  if (nd_is_swapped(kind.type)) return py_text(nd_types[nd_native(kind.type)].name);
  if (!nd_is_text(kind.type) || kind.itemsize == 0) return py_text(nd_types[kind.type].name);
  return py_textf("%s%d", nd_types[kind.type].name, kind.itemsize * 8);
}
static Value record_repr(NdType type, const char *before, const char *after) {
  Text text = {0};
  text_add(&text, before);
  nd_record_text(&text, type);
  text_add(&text, after);
  return py_text_take(&text);
}
static Value dtype_code(Value self) { return code_text(kind_of(self)); }
/* "('<i4', (2,))" */
static Value shaped_text(Value self, const char *before, const char *after) {
  const DtypeObject *object = (DtypeObject *)self.as.object;
  char shape[160];
  nd_shape_text(object->ndim, object->shape, shape, sizeof shape);
  Text text = {0};
  text_addf(&text, "%s(", before);
  if (nd_is_record(object->kind.type)) {
    nd_record_text(&text, object->kind.type);
  } else {
    Value code = dtype_code(self);
    if (!py_is_error(code)) text_addf(&text, "'%s'", py_as_string(code)->data);
    py_drop(code);
  }
  text_addf(&text, ", %s)%s", shape, after);
  return py_text_take(&text);
}
static bool is_shaped(Value self) { return ((DtypeObject *)self.as.object)->ndim > 0; }
static bool has_class(Value self) { return !py_is_error(((DtypeObject *)self.as.object)->class); }
static void dtype_dealloc(Object *self) {
  py_drop(((DtypeObject *)self)->class);
  py_drop(((DtypeObject *)self)->owner);
}
void np_dtype_own(Value dtype, Value array) { ((DtypeObject *)dtype.as.object)->owner = py_keep(array); }
/* A dtype of records whose elements are of a class that derives from void. */
static Value classed(NdKind kind, Value class) {
  Value made = make(kind);
  if (!py_is_error(made)) ((DtypeObject *)made.as.object)->class = py_keep(class);
  return made;
}
static Value record_repr(NdType type, const char *before, const char *after);
static Value dtype_repr(Value self) {
  NdKind kind = kind_of(self);
  if (has_class(self)) return record_repr(kind.type, "dtype((numpy.record, ", "))");
  if (is_shaped(self)) return shaped_text(self, "dtype(", ")");
  if (nd_is_record(kind.type)) return record_repr(kind.type, "dtype(", ")");
  if (nd_is_time(kind.type)) {
    Text text = {0};
    text_add(&text, "dtype('");
    nd_kind_code(&text, kind);
    text_add(&text, "')");
    return py_text_take(&text);
  }
  if (kind.type == ND_OBJECT) return py_text("dtype('O')");
  if (!nd_is_text(kind.type)) return py_textf("dtype('%s')", nd_types[kind.type].name);
  const char *code = kind.type == ND_STRING ? "<U" : "S";
  if (kind.itemsize == 0) return py_textf("dtype('%s')", code);
  return py_textf("dtype('%s%d')", code, kind.itemsize / nd_types[kind.type].itemsize);
}
static Value dtype_str(Value self) {
  NdKind kind = kind_of(self);
  if (is_shaped(self)) return shaped_text(self, "", "");
  if (has_class(self)) return record_repr(kind.type, "(numpy.record, ", ")");
  if (nd_is_record(kind.type)) return record_repr(kind.type, "", "");
  if (nd_is_text(kind.type)) return kind.itemsize ? code_text(kind) : py_text(kind.type == ND_STRING ? "<U0" : "|S0");
  return py_text(nd_types[kind.type].name);
}
static Value dtype_compare(CompareOp op, Value a, Value b) {
  bool shaped = (py_is(a, &np_dtype_type) && is_shaped(a)) || (py_is(b, &np_dtype_type) && is_shaped(b));
  if (shaped && (op == OP_EQ || op == OP_NE)) {
    bool both = py_is(a, &np_dtype_type) && py_is(b, &np_dtype_type);
    const DtypeObject *x = (DtypeObject *)a.as.object, *y = (DtypeObject *)b.as.object;
    bool equal = both && x->ndim == y->ndim && x->kind.type == y->kind.type && x->kind.itemsize == y->kind.itemsize &&
                 memcmp(x->shape, y->shape, (size_t)x->ndim * sizeof *x->shape) == 0;
    return py_bool(equal == (op == OP_EQ));
  }
  NdKind left, right;
  bool same = np_as_kind(a, ND_BOOL, &left) && np_as_kind(b, ND_BOOL, &right) && !py_is_none(a) && !py_is_none(b);
  if (!same) py_clear_pending();
  if (op == OP_EQ || op == OP_NE)
    return py_bool((same && left.type == right.type && left.itemsize == right.itemsize) == (op == OP_EQ));
  if (!same) return PY_NOT_IMPLEMENTED;
  bool equal = left.type == right.type, up = op == OP_LT || op == OP_LE;
  bool casts = up ? nd_can_cast(left.type, right.type, "safe") : nd_can_cast(right.type, left.type, "safe");
  return py_bool(casts && (!equal || op == OP_LE || op == OP_GE));
}
static bool dtype_hash(Value self, uint64_t *hash) {
  *hash = (uint64_t)dtype_of(self) + 1000 + (uint64_t)kind_of(self).itemsize * 64;
  return true;
}
static Value dtype_itemsize(Value self) {
  const NdRecord *record = nd_record_of(dtype_of(self));
  int64_t size = record ? record->size : kind_of(self).itemsize;
  const DtypeObject *object = (DtypeObject *)self.as.object;
  for (int i = 0; i < object->ndim; i++) size *= object->shape[i];
  return py_int(size);
}
static Value dtype_kind(Value self) { return py_text_bytes(&nd_types[dtype_of(self)].kind, 1); }
static Value dtype_char(Value self) {
  if (nd_is_record(dtype_of(self))) return py_text("V");
  if (nd_is_time(dtype_of(self))) return py_text(nd_is_span(dtype_of(self)) ? "m" : "M");
  return py_text_bytes(&codes[nd_native(dtype_of(self))].code, 1);
}
static Value dtype_num(Value self) { return py_int(nd_is_record(dtype_of(self)) ? 20
                : nd_is_time(dtype_of(self)) ? 21 + nd_is_span(dtype_of(self))
                                             : codes[nd_native(dtype_of(self))].number); }
static Value dtype_type(Value self) {
  if (has_class(self)) return py_keep(((DtypeObject *)self.as.object)->class);
  if (nd_is_time(dtype_of(self)))
    return py_type_value(nd_is_span(dtype_of(self)) ? &np_timedelta_type : &np_datetime_type);
  return py_type_value(nd_is_record(dtype_of(self)) ? &np_void_type : py_scalar_types[nd_native(dtype_of(self))]);
}
static Value dtype_order(Value self) {
  NdKind kind = kind_of(self);
  bool none = kind.type == ND_OBJECT || kind.type == ND_BYTES || (nd_is_number(kind.type) && kind.itemsize == 1);
  if (nd_is_swapped(kind.type)) return py_text(">");
  return py_text(none || nd_is_record(kind.type) ? "|" : "=");
}
static Value dtype_alignment(Value self) {
  return py_int(nd_is_record(dtype_of(self)) ? 1 : nd_types[dtype_of(self)].itemsize);
}
static Value dtype_names(Value self) {
  return nd_is_record(dtype_of(self)) ? np_record_names(dtype_of(self)) : PY_NONE;
}
/* dtype.names = (...): all at once. */
static bool dtype_set_names(Value self, Value value) {
  DtypeObject *object = (DtypeObject *)self.as.object;
  const NdRecord *record = nd_record_of(object->kind.type);
  const Value *items;
  int64_t count;
  if (record == NULL) return py_raise(&py_ValueError, "there are no fields defined"), false;
  if (py_is_str(value)) { /* a sequence of letters */
    Value letters = py_to_list(value);
    bool done = !py_is_error(letters) && dtype_set_names(self, letters);
    py_drop(letters);
    return done;
  }
  if (!py_sequence(value, &items, &count) || count != record->count) {
    py_raise(&py_ValueError, "must replace all names at once with a sequence of length %d", record->count);
    return false;
  }
  for (int i = 0; i < record->count; i++)
    if (!py_is_str(items[i])) {
      py_raise(&py_ValueError, "item #%d of names is of type %s and not string", i, py_type_of(items[i])->name);
      return false;
    }
  Error error = {0};
  NdField *fields = core_alloc((size_t)record->count * sizeof *fields);
  if (fields == NULL) return py_raise(&py_MemoryError, "out of memory"), false;
  memcpy(fields, record->fields, (size_t)record->count * sizeof *fields);
  bool good = true;
  for (int i = 0; i < record->count && good; i++) {
    const char *name = py_as_string(items[i])->data;
    for (int k = 0; k < i && good; k++) good = strcmp(fields[k].name, name) != 0;
    if (!good) py_raise(&py_ValueError, "Duplicate field names given.");
    snprintf(fields[i].name, sizeof fields[i].name, "%s", name);
  }
  int type = good ? nd_record_type(fields, record->count, &error) : -1;
  core_free(fields);
  if (!good) return false;
  if (type < 0) return py_raise_error(&error), false;
  if (!py_is_error(object->owner) && !np_array_retype(object->owner, (NdType)type)) return false;
  object->kind.type = (NdType)type;
  return true;
}
static Value dtype_fields(Value self) {
  return nd_is_record(dtype_of(self)) ? np_record_fields(dtype_of(self)) : PY_NONE;
}
static Value dtype_getitem(Value self, Value key) { return np_record_dtype_item(dtype_of(self), key); }
static int64_t dtype_length(Value self) {
  const NdRecord *record = nd_record_of(dtype_of(self));
  return record ? record->count : 0;
}
static int dtype_truth(Value self) { return 1; }
static Value dtype_objects(Value self) { return py_bool(dtype_of(self) == ND_OBJECT); }
static Value dtype_native(Value self) { return py_bool(!nd_is_swapped(dtype_of(self))); }
static Value dtype_builtin(Value self) { return py_int(!nd_is_text(dtype_of(self))); }
static Value dtype_none(Value self) { return PY_NONE; }
static Value dtype_shape(Value self) {
  const DtypeObject *object = (DtypeObject *)self.as.object;
  return py_shape(object->ndim, object->shape);
}
static Value dtype_ndim(Value self) { return py_int(((DtypeObject *)self.as.object)->ndim); }
static Value dtype_base(Value self) {
  return is_shaped(self) ? np_dtype_sized(kind_of(self).type, kind_of(self).itemsize) : py_keep(self);
}
static Value dtype_sub(Value self) {
  if (!is_shaped(self)) return PY_NONE;
  Value base = dtype_base(self), shape = py_is_error(base) ? PY_ERROR : dtype_shape(self);
  Value pair = py_is_error(shape) ? PY_ERROR : py_tuple_of(2, base, shape);
  py_drop(base);
  py_drop(shape);
  return pair;
}
static Value dtype_newbyteorder(const NativeRow *row, Value *arguments) {
  const char *order;
  if (!py_as_text(arguments[1], &order)) return PY_ERROR;
  NdKind kind = kind_of(arguments[0]);
  NdType native = nd_native(kind.type);
  if (*order == '\0' || strchr("=<|INLnil>BbSs", *order) == NULL)
    return py_raise(&py_ValueError, "byteorder not recognized (got '%s')", order);
  if (strchr("|Ii", *order) != NULL) return py_keep(arguments[0]);
  bool other = strchr(">Bb", *order) != NULL || (strchr("Ss", *order) != NULL && native == kind.type);
  if (!other) return np_dtype_sized(native, kind.itemsize);
  if (nd_is_record(kind.type) || nd_is_time(kind.type) || kind.type == ND_STRING) {
    Text text = {0};
    nd_kind_code(&text, kind);
    py_raise(&py_NotImplementedError, "the dtype '%s' is not there in this byte order: texts, times and records have "
                                      "this machine's", nd_is_record(kind.type) ? "V" : text_string(&text));
    text_free(&text);
    return PY_ERROR;
  }
  return native == kind.type ? np_dtype_sized(nd_swapped(native), kind.itemsize) : py_keep(arguments[0]);
}
static Value construct_dtype(Type *type, Value *arguments) {
  NdKind of;
  if (py_is(arguments[0], &np_dtype_type)) return py_keep(arguments[0]);
  const Value *parts = NULL;
  if (py_is_tuple(arguments[0]) && py_as_tuple(arguments[0])->count == 2) parts = py_as_tuple(arguments[0])->items;
  if (parts != NULL && py_is_type(parts[0]) && py_is_subtype(py_as_type(parts[0]), &np_void_type)) {
    if (!np_as_kind(parts[1], ND_FLOAT64, &of)) return PY_ERROR;
    bool plain = py_as_type(parts[0]) == &np_void_type || !nd_is_record(of.type);
    return plain ? np_dtype_sized(of.type, of.itemsize) : classed(of, parts[0]);
  }
  if (parts != NULL && py_is_tuple(parts[1])) {
    int ndim;
    int64_t shape[ND_MAX_DIMS];
    if (!np_as_kind(parts[0], ND_FLOAT64, &of) || !np_as_shape(parts[1], &ndim, shape)) return PY_ERROR;
    return np_dtype_shaped(of, ndim, shape);
  }
  if (!np_as_kind(arguments[0], ND_FLOAT64, &of)) return PY_ERROR;
  bool aligned;
  if (!py_as_bool(arguments[1], &aligned)) return PY_ERROR;
  if (aligned && nd_is_record(of.type))
    return py_raise(&py_NotImplementedError, "dtype(align=True) is not there: fields are packed, as without it");
  return np_dtype_sized(of.type, of.itemsize);
}
/* _record_dtype(dtype, cls) */
static Value record_dtype(const NativeRow *row, Value *arguments) {
  NdKind kind;
  if (!np_as_kind(arguments[0], ND_FLOAT64, &kind)) return PY_ERROR;
  return nd_is_record(kind.type) ? classed(kind, arguments[1]) : py_keep(arguments[0]);
}
const NativeRow np_dtype_rows[] = {
    {"_record_dtype", "dtype, cls", "A dtype of records that are objects of a class.", record_dtype, NULL},
    {0},
};
/* What the language's half adds. */
static Value dtype_getattr(Value self, String *name) { return np_python_method("dtype", self, name); }
static const NativeRow dtype_methods[] = {
    {"newbyteorder", "self, new_order='S'", "The dtype in another byte order.", dtype_newbyteorder, NULL},
    {0},
};
static const PropertyRow dtype_properties[] = {
    {"name", "numpy's name.", dtype_name, NULL},
    {"itemsize", "Bytes an element.", dtype_itemsize, NULL},
    {"kind", "'b', 'i', 'u', 'f', 'c', 'U', 'S', 'O' or 'V'.", dtype_kind, NULL},
    {"char", "numpy's letter.", dtype_char, NULL},
    {"num", "numpy's number.", dtype_num, NULL},
    {"str", "Byte order, kind and size.", dtype_code, NULL},
    {"type", "The scalar's class.", dtype_type, NULL},
    {"byteorder", "'=' or '|'.", dtype_order, NULL},
    {"alignment", "Bytes an element is aligned to.", dtype_alignment, NULL},
    {"hasobject", "Whether elements are objects.", dtype_objects, NULL},
    {"isnative", "Whether the byte order is this machine's.", dtype_native, NULL},
    {"isbuiltin", "1 for numbers.", dtype_builtin, NULL},
    {"names", "The names of the fields, or None.", dtype_names, dtype_set_names},
    {"fields", "Dtype and offset of each field, or None.", dtype_fields, NULL},
    {"subdtype", "Dtype and shape of an array in each record, or None.", dtype_sub, NULL},
    {"metadata", "None.", dtype_none, NULL},
    {"shape", "The axes of an array in each record.", dtype_shape, NULL},
    {"ndim", "How many these are.", dtype_ndim, NULL},
    {"base", "The dtype of one element.", dtype_base, NULL},
    {0},
};
Type np_dtype_type = {.head = {&py_type_type, 1}, .name = "dtype", .module = "numpy", .base = &py_object_type,
                      .help = "What the elements of an array are.", .size = sizeof(DtypeObject),
                      .dealloc = dtype_dealloc, .repr = dtype_repr,
                      .str = dtype_str, .compare = dtype_compare, .hash = dtype_hash,
                      .getitem = dtype_getitem, .getattr = dtype_getattr, .length = dtype_length, .truth = dtype_truth,
                      .signature = "dtype, align=False, copy=False, *, metadata=None", .construct = construct_dtype,
                      .methods = dtype_methods, .properties = dtype_properties};
