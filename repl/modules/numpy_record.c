/* Structured arrays: dtypes with fields, numpy.void (one record), fields between an array's brackets. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/array/print.h"
#include "engine/array/record.h"
#include "engine/array/times.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

/* One record: an array without dimensions, which shows the memory of the array it was taken from. */
typedef struct VoidObject {
  Object head;
  NdArray *array;
} VoidObject;

static NdArray *array_of(Value v) { return ((VoidObject *)v.as.object)->array; }
static void void_dealloc(Object *self) { nd_release(((VoidObject *)self)->array); }

Value np_record_value(NdArray *array) { return np_record_in_class(array, &np_void_type); }

Value np_record_in_class(NdArray *array, Type *class) {
  VoidObject *made = array ? py_new(class) : NULL;
  if (made == NULL) {
    nd_release(array);
    return PY_ERROR;
  }
  made->array = array;
  return py_object(made);
}

/* A record with memory of its own. */
Value np_record_copy(NdType type, const char *data) {
  Error error = {0};
  NdArray *array = nd_new(type, 0, NULL, &error);
  if (array == NULL) return py_raise_error(&error);
  memcpy(array->data, data, (size_t)array->itemsize);
  return np_record_value(array);
}

NdArray *np_record_of(Value value) {
  bool record = value.tag == TAG_OBJECT && (value.as.object->type == &np_void_type ||
                                            (value.as.object->type->heap && py_is(value, &np_void_type)));
  return record ? array_of(value) : NULL;
}

/* ---- Dtypes ---- */

/* Fields as they are read. */
typedef struct Fields {
  NdField *items;
  int count, room;
} Fields;

static NdField *add_field(Fields *fields) {
  if (fields->count == fields->room) {
    int room = fields->room ? fields->room * 2 : 8;
    NdField *grown = core_realloc(fields->items, (size_t)room * sizeof *grown);
    if (grown == NULL) {
      py_raise(&py_MemoryError, "out of memory");
      return NULL;
    }
    fields->items = grown;
    fields->room = room;
  }
  NdField *field = &fields->items[fields->count++];
  memset(field, 0, sizeof *field);
  return field;
}

static bool set_name(NdField *field, Value name) {
  const Value *parts;
  int64_t count;
  if (py_sequence(name, &parts, &count) && count == 2) name = parts[1]; /* (title, name) */
  if (!py_is_str(name)) {
    py_raise(&py_TypeError, "Field elements must be 2- or 3-tuples, got '%s'", py_type_of(name)->name);
    return false;
  }
  String *string = py_as_string(name);
  if (string->length >= ND_FIELD_NAME) {
    py_raise(&py_NotImplementedError, "the name of a field can have at most %d bytes, and this one has %lld",
             ND_FIELD_NAME - 1, (long long)string->length);
    return false;
  }
  memcpy(field->name, string->data, (size_t)string->length + 1);
  return true;
}

static bool set_shape(NdField *field, Value shape) {
  int ndim;
  int64_t lengths[ND_MAX_DIMS];
  const Value *items;
  int64_t count;
  if (py_sequence(shape, &items, &count) && count > ND_FIELD_DIMS) {
    py_raise(&py_ValueError, "invalid shape in fixed-type tuple.");
    return false;
  }
  if (!np_as_shape(shape, &ndim, lengths)) return false;
  /* ('x', 'f8', 1) is one element, ('x', 'f8', (1,)) an axis of one. */
  if (py_is_integer(shape) && ndim == 1 && lengths[0] == 1) ndim = 0;
  field->ndim = ndim;
  memcpy(field->shape, lengths, (size_t)ndim * sizeof *lengths);
  return true;
}

/* The dtype of a field: anything that names one, or (dtype, shape), or "3f8". */
static bool set_kind(NdField *field, Value kind) {
  const Value *parts;
  int64_t count;
  if (py_is_tuple(kind) && py_sequence(kind, &parts, &count) && count == 2)
    return np_as_kind(parts[0], ND_FLOAT64, &field->kind) && set_shape(field, parts[1]);
  int64_t axes[ND_FIELD_DIMS];
  if (py_is(kind, &np_dtype_type) && np_dtype_axes(kind, axes) > 0) {
    field->ndim = np_dtype_axes(kind, field->shape);
    Value base = py_getattr_c(kind, "base");
    bool good = !py_is_error(base) && np_as_kind(base, ND_FLOAT64, &field->kind);
    py_drop(base);
    return good;
  }
  return np_as_kind(kind, ND_FLOAT64, &field->kind);
}

/* [('a', 'f8'), ('b', 'i4', (2,))] */
static bool read_list(Value list, Fields *fields) {
  const Value *items, *parts;
  int64_t count, part_count;
  py_sequence(list, &items, &count);
  for (int64_t i = 0; i < count; i++) {
    if (!py_is_tuple(items[i]) || !py_sequence(items[i], &parts, &part_count) || part_count < 2 || part_count > 3) {
      Value text = py_repr(items[i]);
      if (!py_is_error(text))
        py_raise(&py_TypeError, "Field elements must be 2- or 3-tuples, got '%s'", py_as_string(text)->data);
      py_drop(text);
      return false;
    }
    NdField *field = add_field(fields);
    if (field == NULL || !set_name(field, parts[0]) || !set_kind(field, parts[1])) return false;
    if (part_count == 3 && !set_shape(field, parts[2])) return false;
    if (field->name[0] == '\0') snprintf(field->name, sizeof field->name, "f%d", fields->count - 1);
  }
  return true;
}

/* "i4, f8, 3U5, (2,2)f4": fields f0, f1, ... */
static bool read_text(const char *text, Fields *fields) {
  while (*text != '\0') {
    while (*text == ' ' || *text == ',') text++;
    if (*text == '\0') break;
    NdField *field = add_field(fields);
    if (field == NULL) return false;
    snprintf(field->name, sizeof field->name, "f%d", fields->count - 1);
    if (*text == '(') {
      for (text++; *text != '\0' && *text != ')';) {
        if (field->ndim == ND_FIELD_DIMS) break;
        char *end;
        field->shape[field->ndim++] = strtol(text, &end, 10);
        text = end + strspn(end, ", ");
        if (end == text && *text != ')') break;
      }
      if (*text == ')') text++;
    } else if (*text >= '0' && *text <= '9') {
      char *end;
      int64_t times = strtol(text, &end, 10);
      text = end;
      if (times != 1) {
        field->ndim = 1;
        field->shape[0] = times;
      }
    }
    size_t length = strcspn(text, ",");
    while (length > 0 && text[length - 1] == ' ') length--;
    Value name = py_text_bytes(text, length);
    bool good = !py_is_error(name) && np_as_kind(name, ND_FLOAT64, &field->kind);
    py_drop(name);
    if (!good) return false;
    text += strcspn(text, ",");
  }
  return true;
}

/* {'names': [...], 'formats': [...]} */
static bool read_dict(Value dict, Fields *fields) {
  Value names = py_dict_find_name(py_as_dict(dict), py_intern("names"));
  Value formats = py_dict_find_name(py_as_dict(dict), py_intern("formats"));
  const Value *name_items, *format_items;
  int64_t count, format_count;
  bool good = py_sequence(names, &name_items, &count) && py_sequence(formats, &format_items, &format_count) &&
              count == format_count;
  if (!good || py_as_dict(dict)->count > 2) {
    py_raise(good ? &py_NotImplementedError : &py_ValueError,
             good ? "dtypes with offsets, titles or an itemsize of their own are not there"
                  : "'names', 'formats', 'offsets', and 'titles' dict entries must have the same length");
    return false;
  }
  for (int64_t i = 0; i < count; i++) {
    NdField *field = add_field(fields);
    if (field == NULL || !set_name(field, name_items[i]) || !set_kind(field, format_items[i])) return false;
  }
  return true;
}

bool np_record_kind(Value value, NdKind *out) {
  static int depth; /* a list may hold itself */
  Fields fields = {0};
  if (depth >= 100) {
    const char *what = py_is_str(value) ? "str" : py_is_dict(value) ? "dict" : py_is_tuple(value) ? "tuple" : "list";
    py_raise(&py_RecursionError, "maximum recursion depth exceeded while trying to convert the given data type from a "
                                 "%s object", what);
    return false;
  }
  depth++;
  bool good = py_is_str(value) ? read_text(py_as_string(value)->data, &fields)
              : py_is_dict(value) ? read_dict(value, &fields)
                                  : read_list(value, &fields);
  depth--;
  if (good) {
    Error error = {0};
    int type = nd_record_type(fields.items, fields.count, &error);
    if (type < 0) py_raise_error(&error);
    good = type >= 0;
    if (good) *out = (NdKind){(NdType)type, nd_types[type].itemsize};
  }
  core_free(fields.items);
  return good;
}

static Value field_dtype(const NdField *field) { return np_dtype_shaped(field->kind, field->ndim, field->shape); }

Value np_record_names(NdType type) {
  const NdRecord *record = nd_record_of(type);
  Value names = py_tuple(record->count);
  for (int i = 0; !py_is_error(names) && i < record->count; i++) {
    py_as_tuple(names)->items[i] = py_text(record->fields[i].name);
    if (py_is_error(py_as_tuple(names)->items[i])) {
      py_drop(names);
      return PY_ERROR;
    }
  }
  return names;
}

Value np_record_fields(NdType type) {
  const NdRecord *record = nd_record_of(type);
  Value fields = py_dict();
  for (int i = 0; !py_is_error(fields) && i < record->count; i++) {
    Value dtype = field_dtype(&record->fields[i]);
    Value pair = py_is_error(dtype) ? PY_ERROR : py_tuple_of(2, dtype, py_int(record->fields[i].offset));
    py_drop(dtype);
    if (py_is_error(pair) || !py_dict_set_steal(py_as_dict(fields), record->fields[i].name, pair)) {
      py_drop(fields);
      return PY_ERROR;
    }
  }
  return fields;
}

/* dtype['name'], dtype[0]. */
Value np_record_dtype_item(NdType type, Value key) {
  const NdRecord *record = nd_record_of(type);
  if (record == NULL) return py_raise(&py_KeyError, "There are no fields in dtype %s.", nd_types[type].name);
  if (py_is_str(key)) {
    const NdField *field = nd_record_field(type, py_as_string(key)->data);
    if (field != NULL) return field_dtype(field);
    return py_raise(&py_KeyError, "Field named '%s' not found.", py_as_string(key)->data);
  }
  int64_t at;
  if (!py_as_int(key, &at)) return PY_ERROR;
  if (at < -record->count || at >= record->count)
    return py_raise(&py_IndexError, "Field index %lld out of range.", (long long)at);
  return field_dtype(&record->fields[at < 0 ? at + record->count : at]);
}

/* ---- Fields of arrays ---- */

static const NdField *find_field(const NdArray *array, Value key) {
  const NdField *field = nd_record_field(array->type, py_as_string(key)->data);
  if (field == NULL) py_raise(&py_ValueError, "no field of name %s", py_as_string(key)->data);
  return field;
}

/* A list of names, which is not empty. */
static bool is_name_list(Value key) {
  const Value *items;
  int64_t count;
  if (!py_is_list(key) || !py_sequence(key, &items, &count) || count == 0) return false;
  for (int64_t i = 0; i < count; i++)
    if (!py_is_str(items[i])) return false;
  return true;
}

static NdArray *several_fields(const NdArray *array, Value key) {
  const Value *items;
  int64_t count;
  py_sequence(key, &items, &count);
  const char **names = core_alloc((size_t)count * sizeof *names);
  if (names == NULL) {
    py_raise(&py_MemoryError, "out of memory");
    return NULL;
  }
  for (int64_t i = 0; i < count; i++) names[i] = py_as_string(items[i])->data;
  Error error = {0};
  int type = nd_record_part(array->type, names, (int)count, &error);
  core_free(names);
  NdArray *view = type < 0 ? NULL : nd_record_as(array, (NdType)type, &error);
  if (view == NULL) {
    if (error.code == ERROR_KEY) py_raise(&py_KeyError, "%s", error.text);
    else py_raise_error(&error);
  }
  return view;
}

bool np_names_fields(const NdArray *array, Value key) {
  return nd_is_record(array->type) && (py_is_str(key) || is_name_list(key));
}

NdArray *np_fields_view(const NdArray *array, Value key) {
  if (!py_is_str(key)) return several_fields(array, key);
  const NdField *field = find_field(array, key);
  if (field == NULL) return NULL;
  Error error = {0};
  NdArray *view = nd_record_view(array, field, &error);
  if (view == NULL) py_raise_error(&error);
  return view;
}

NdArray *np_ordered_view(NdArray *array, Value order) {
  const NdRecord *record = nd_record_of(array->type);
  if (record == NULL) {
    py_raise(&py_ValueError, "Cannot specify order when the array has no fields.");
    return NULL;
  }
  const Value *items = &order;
  int64_t count = 1;
  if (!py_is_str(order) && !py_sequence(order, &items, &count)) {
    Value text = py_repr(order);
    if (!py_is_error(text)) py_raise(&py_ValueError, "unsupported order value: %s", py_as_string(text)->data);
    py_drop(text);
    return NULL;
  }
  const char **names = core_alloc((size_t)(record->count + count) * sizeof *names);
  int filled = 0;
  Error error = {0};
  bool good = names != NULL;
  for (int64_t i = 0; i < count && good; i++) {
    const NdField *field = py_is_str(items[i]) ? nd_record_field(array->type, py_as_string(items[i])->data) : NULL;
    good = field != NULL;
    if (good) names[filled++] = field->name;
    else py_raise(&py_ValueError, "unknown field name: %s", py_is_str(items[i]) ? py_as_string(items[i])->data : "?");
  }
  /* The other fields, in their order, decide where these are equal. */
  for (int i = 0; i < record->count && good; i++) {
    bool there = false;
    for (int k = 0; k < filled; k++) there = there || strcmp(names[k], record->fields[i].name) == 0;
    if (!there) names[filled++] = record->fields[i].name;
  }
  int type = good ? nd_record_part(array->type, names, filled, &error) : -1;
  core_free(names);
  NdArray *view = type < 0 ? NULL : nd_record_as(array, (NdType)type, &error);
  if (view == NULL && !py_pending()) py_raise_error(&error);
  return view;
}

/* ---- Elements ---- */

static Value field_value(NdArray *array, const NdField *field) {
  Error error = {0};
  NdArray *view = nd_record_view(array, field, &error);
  return np_value_or_scalar(view, &error);
}

Value np_record_plain(NdType type, const char *data) {
  const NdRecord *record = nd_record_of(type);
  Value made = py_tuple(record->count);
  for (int i = 0; !py_is_error(made) && i < record->count; i++) {
    const NdField *field = &record->fields[i];
    Value item = PY_ERROR;
    if (field->ndim == 0) {
      item = np_plain_element(field->kind, data + field->place);
    } else {
      Error error = {0};
      NdArray *part = nd_new_sized(field->kind.type, field->kind.itemsize, field->ndim, field->shape, &error);
      if (part != NULL) memcpy(part->data, data + field->place, (size_t)(part->size * part->itemsize));
      item = part ? np_to_list(part) : py_raise_error(&error);
      nd_release(part);
    }
    py_as_tuple(made)->items[i] = item;
    if (!py_is_error(item)) continue;
    py_drop(made);
    return PY_ERROR;
  }
  return made;
}

/* One field of a record from a value. */
static bool store_field(const NdField *field, char *data, Value value) {
  if (field->ndim == 0) return np_element_store(field->kind, data + field->place, value);
  Error error = {0};
  NdArray *given = np_as_array_kind(value, field->kind);
  NdKind kind = field->kind;
  NdArray *place = given ? nd_new_sized(kind.type, kind.itemsize, field->ndim, field->shape, &error) : NULL;
  bool good = place && nd_assign(place, given, &error);
  if (good) memcpy(data + field->place, place->data, (size_t)(place->size * place->itemsize));
  else if (!py_pending()) py_raise_error(&error);
  nd_release(given);
  nd_release(place);
  return good;
}

bool np_record_store(NdKind kind, char *data, Value value) {
  const NdRecord *record = nd_record_of(kind.type);
  const Value *items;
  int64_t count;
  NdArray *own = np_record_of(value);
  if (own != NULL) {
    Error error = {0};
    bool good = nd_convert(kind, data, 0, nd_kind(own), own->data, 0, 1, &error);
    if (!good && !py_pending()) py_raise_error(&error);
    return good;
  }
  if (!py_is_tuple(value) || !py_sequence(value, &items, &count)) {
    /* One value for all fields; a list is none for a number. */
    char first = record->count > 0 ? nd_types[record->fields[0].kind.type].kind : 'V';
    if (py_sequence(value, &items, &count) && strchr("iuf", first) != NULL && record->fields[0].ndim == 0) {
      Value class = py_type_value(first == 'f' ? &py_float_type : &py_int_type);
      Value made = py_is_error(class) ? PY_ERROR : py_call_values(class, &value, 1);
      py_drop(class);
      py_drop(made);
      if (py_is_error(made)) return false;
    }
    for (int i = 0; i < record->count; i++)
      if (!store_field(&record->fields[i], data, value)) return false;
    return true;
  }
  if (count != record->count) {
    py_raise(&py_ValueError, "could not assign tuple of length %lld to structure with %d fields.", (long long)count,
             record->count);
    return false;
  }
  for (int i = 0; i < record->count; i++)
    if (!store_field(&record->fields[i], data, items[i])) return false;
  return true;
}

/* ---- numpy.void ---- */

/* Dates stand in quotes, spans without their unit. */
static void time_in_record(Text *text, NdType type, const char *data) {
  int64_t count = *(const int64_t *)data;
  if (nd_is_span(type) && count != INT64_MIN) {
    text_addf(text, "%lld", (long long)count);
    return;
  }
  text_add_char(text, '\'');
  nd_time_str(text, type, count);
  text_add_char(text, '\'');
}

static Value void_str(Value self) {
  Text text = {0};
  NdArray *array = array_of(self);
  const NdRecord *record = nd_record_of(array->type);
  text_add_char(&text, '(');
  for (int i = 0; i < record->count; i++) {
    if (i > 0) text_add(&text, ", ");
    const NdField *field = &record->fields[i];
    Value item = field_value(array, field);
    bool good = !py_is_error(item);
    if (good && field->ndim > 0) nd_print_array(&text, np_borrow(item), ", ", "", 0);
    else if (good && nd_is_text(field->kind.type)) nd_element_repr(&text, field->kind, array->data + field->place);
    else if (good && nd_is_time(field->kind.type)) time_in_record(&text, field->kind.type, array->data + field->place);
    else if (good) good = py_str_to(&text, item);
    py_drop(item);
    if (good) continue;
    text_free(&text);
    return PY_ERROR;
  }
  text_add(&text, record->count == 1 ? ",)" : ")");
  return np_printed(&text);
}
static Value void_repr(Value self) {
  Value inner = void_str(self);
  if (py_is_error(inner)) return inner;
  Text text = {0};
  text_addf(&text, "np.%s(%s, dtype=", self.as.object->type->heap ? self.as.object->type->name : "void",
            py_as_string(inner)->data);
  nd_record_text(&text, array_of(self)->type);
  text_add_char(&text, ')');
  py_drop(inner);
  return np_printed(&text);
}

static const NdField *field_at(Value self, Value key) {
  const NdRecord *record = nd_record_of(array_of(self)->type);
  if (py_is_str(key)) return find_field(array_of(self), key);
  int64_t at;
  if (!py_as_int(key, &at)) return NULL;
  if (at < -record->count || at >= record->count) {
    py_raise(&py_IndexError, "invalid index (%lld)", (long long)at);
    return NULL;
  }
  return &record->fields[at < 0 ? at + record->count : at];
}
static Value void_getitem(Value self, Value key) {
  if (is_name_list(key)) return np_record_value(several_fields(array_of(self), key));
  const NdField *field = field_at(self, key);
  return field ? field_value(array_of(self), field) : PY_ERROR;
}
static bool void_setitem(Value self, Value key, Value value) {
  const NdField *field = field_at(self, key);
  return field != NULL && store_field(field, array_of(self)->data, value);
}
static int64_t void_length(Value self) { return nd_record_of(array_of(self)->type)->count; }
static Value void_iter(Value self) {
  int count = (int)void_length(self);
  Value items = py_tuple(count);
  for (int i = 0; !py_is_error(items) && i < count; i++) {
    Value item = void_getitem(self, py_int(i));
    py_as_tuple(items)->items[i] = item;
    if (!py_is_error(item)) continue;
    py_drop(items);
    return PY_ERROR;
  }
  Value iterator = py_is_error(items) ? PY_ERROR : py_iter(items);
  py_drop(items);
  return iterator;
}
static Value void_compare(CompareOp op, Value a, Value b) {
  NdArray *x = np_record_of(a), *y = np_record_of(b);
  if (x == NULL || y == NULL || (op != OP_EQ && op != OP_NE)) return PY_NOT_IMPLEMENTED;
  Error error = {0};
  return np_value_or_scalar(nd_apply(op == OP_EQ ? "equal" : "not_equal", x, y, NULL, &error), &error);
}
static Value void_item(const NativeRow *row, Value *arguments) {
  return np_record_plain(array_of(arguments[0])->type, array_of(arguments[0])->data);
}
static Value void_dtype(Value self) { return np_dtype_sized(array_of(self)->type, array_of(self)->itemsize); }
static Value void_shape(Value self) { return py_tuple(0); }
static Value void_ndim(Value self) { return py_int(0); }
static Value void_size(Value self) { return py_int(1); }
static const NativeRow void_methods[] = {
    {"item|tolist", "self", "The record as a tuple of Python's values.", void_item, NULL},
    {0},
};
static const PropertyRow void_properties[] = {{"dtype", "The dtype.", void_dtype, NULL},
                                              {"shape", "The empty tuple.", void_shape, NULL},
                                              {"ndim", "0.", void_ndim, NULL},
                                              {"size", "1.", void_size, NULL},
                                              {0}};
/* void(record, dtype): a record of its own, of a tuple of values. */
static Value void_construct(Type *type, Value *arguments) {
  NdKind kind;
  if (np_record_of(arguments[0]) != NULL && py_is_none(arguments[1]))
    kind = nd_kind(np_record_of(arguments[0]));
  else if (py_is_none(arguments[1]))
    return py_raise(&py_NotImplementedError, "void() is there for records: give it a dtype with fields");
  else if (!np_as_kind(arguments[1], ND_FLOAT64, &kind))
    return PY_ERROR;
  if (!nd_is_record(kind.type))
    return py_raise(&py_NotImplementedError, "void() is there for records: give it a dtype with fields");
  NdArray *array = np_as_array_kind(arguments[0], kind);
  if (array == NULL) return PY_ERROR;
  if (array->ndim != 0) {
    nd_release(array);
    return py_raise(&py_NotImplementedError, "void() makes one record, not an array of them");
  }
  return np_record_in_class(array, type);
}
/* The same record as an object of a class that derives from void; others as they are. */
static Value record_as(const NativeRow *row, Value *arguments) {
  NdArray *array = np_record_of(arguments[0]);
  if (array == NULL || !py_is_type(arguments[1]) || !py_is_subtype(py_as_type(arguments[1]), &np_void_type))
    return py_keep(arguments[0]);
  return np_record_in_class(nd_retain(array), py_as_type(arguments[1]));
}
const NativeRow np_record_rows[] = {
    {"_record_as", "value, cls", "A record as an object of a class derived from void.", record_as, NULL},
    {0},
};

Type np_void_type = {.head = {&py_type_type, 1}, .name = "void", .module = "numpy", .base = &np_flexible_type,
                     .help = "A record of a structured array.", .size = sizeof(VoidObject), .dealloc = void_dealloc,
                     .repr = void_repr, .str = void_str, .getitem = void_getitem, .setitem = void_setitem,
                     .signature = "value, dtype=None", .construct = void_construct,
                     .length = void_length, .iter = void_iter, .compare = void_compare, .methods = void_methods,
                     .properties = void_properties};
