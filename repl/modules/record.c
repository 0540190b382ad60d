#include "repl/modules/record.h"

#include <string.h>

#include "engine/core/names.h"
#include "repl/types/exception.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"

static const RecordRow *row_of(const Type *type) {
  while (type->data == NULL) type = type->base;
  return type->data;
}

Value record_new(Type *type, Value *items) {
  const RecordRow *row = row_of(type);
  bool good = true;
  for (int i = 0; i < row->count; i++) good = good && !py_is_error(items[i]);
  Tuple *tuple = good ? py_new_sized(type, sizeof(Tuple) + (size_t)row->count * sizeof(Value)) : NULL;
  if (tuple == NULL) {
    for (int i = 0; i < row->count; i++) py_drop(items[i]);
    return PY_ERROR;
  }
  tuple->count = row->shown;
  memcpy(tuple->items, items, (size_t)row->count * sizeof(Value));
  return py_object(tuple);
}

Value record_construct(Type *type, Value *arguments) {
  const RecordRow *row = row_of(type);
  Value given = py_to_tuple(arguments[0]);
  if (py_is_error(given)) return given;
  Value items[32];
  int64_t count = py_as_tuple(given)->count;
  if (count < row->shown || count > row->count) {
    py_drop(given);
    return py_raise(&py_TypeError, "%s.%s() takes %s %d-sequence (%lld-sequence given)", type->module, type->name,
                    row->shown < row->count ? "an at least" : "a", row->shown, (long long)count);
  }
  for (int i = 0; i < row->count; i++) items[i] = i < count ? py_keep(py_as_tuple(given)->items[i]) : PY_NONE;
  py_drop(given);
  return record_new(type, items);
}

void record_dealloc(Object *self) {
  const RecordRow *row = row_of(self->type);
  Tuple *tuple = (Tuple *)self;
  for (int i = row->shown; i < row->count; i++) py_drop(tuple->items[i]);
  py_tuple_type.dealloc(self);
}

Value record_getattr(Value self, String *name) {
  const char *names = row_of(py_type_of(self))->names, *each;
  size_t length;
  for (int i = 0; (each = names_next(&names, &length)); i++)
    if ((int64_t)length == name->length && memcmp(each, name->data, length) == 0)
      return py_keep(py_as_tuple(self)->items[i]);
  return PY_UNDEFINED;
}

Value record_repr(Value self) {
  const Type *type = py_type_of(self);
  const RecordRow *row = row_of(type);
  const char *names = row->names, *each;
  size_t length;
  Text text = {0};
  text_addf(&text, "%s.%s(", type->module, type->name);
  for (int i = 0; i < row->shown && (each = names_next(&names, &length)); i++) {
    text_addf(&text, "%s%.*s=", i ? ", " : "", (int)length, each);
    if (!py_repr_to(&text, py_as_tuple(self)->items[i])) {
      text_free(&text);
      return PY_ERROR;
    }
  }
  text_add_char(&text, ')');
  return py_text_take(&text);
}
