#include "engine/array/record.h"

#include <stdio.h>
#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/shape.h"
#include "engine/array/times.h"
#include "engine/core/memory.h"

/* Layouts live as long as the program: arrays may have any of them. */
static NdRecord records[ND_RECORD_LIMIT - ND_TYPE_COUNT];
static char names[ND_RECORD_LIMIT - ND_TYPE_COUNT][24];
static int record_count;

const NdRecord *nd_record_of(NdType type) {
  return nd_is_record(type) && (int)type < ND_TYPE_COUNT + record_count ? &records[type - ND_TYPE_COUNT] : NULL;
}

const NdField *nd_record_field(NdType type, const char *name) {
  const NdRecord *record = nd_record_of(type);
  for (int i = 0; record && i < record->count; i++)
    if (strcmp(record->fields[i].name, name) == 0) return &record->fields[i];
  return NULL;
}

int64_t nd_field_elements(const NdField *field) {
  int64_t count = 1;
  for (int i = 0; i < field->ndim; i++) count *= field->shape[i];
  return count;
}

static int64_t alignment(NdKind kind) {
  switch (nd_types[kind.type].kind) {
    case 'U': return 4;
    case 'S': return 1;
    case 'c': return 8;
    case 'V': return 8;
    default: return nd_types[kind.type].itemsize;
  }
}

static int64_t packed_size(NdKind kind) {
  const NdRecord *record = nd_record_of(kind.type);
  return record ? record->size : kind.itemsize;
}

static bool same_fields(const NdRecord *record, int itemsize, const NdField *fields, int count, int wanted_size) {
  if (record->count != count || itemsize != wanted_size) return false;
  for (int i = 0; i < count; i++) {
    const NdField *a = &record->fields[i], *b = &fields[i];
    if (strcmp(a->name, b->name) != 0 || a->kind.type != b->kind.type || a->kind.itemsize != b->kind.itemsize ||
        a->ndim != b->ndim || a->place != b->place ||
        memcmp(a->shape, b->shape, (size_t)a->ndim * sizeof *a->shape) != 0)
      return false;
  }
  return true;
}

/* The dtype of fields whose places are settled: one that is there, or a new one. */
static int settle(const NdField *fields, int count, int64_t packed, int itemsize, Error *error) {
  for (int i = 0; i < record_count; i++)
    if (same_fields(&records[i], nd_types[ND_TYPE_COUNT + i].itemsize, fields, count, itemsize))
      return ND_TYPE_COUNT + i;
  if (record_count == ND_RECORD_LIMIT - ND_TYPE_COUNT) {
    core_fail(error, ERROR_NOT_IMPLEMENTED, "a program can make at most %d structured dtypes", record_count);
    return -1;
  }
  NdField *own = core_alloc_zero((size_t)(count > 0 ? count : 1), sizeof *own);
  if (own == NULL) {
    core_fail_memory(error, (unsigned long long)count * sizeof *own);
    return -1;
  }
  memcpy(own, fields, (size_t)count * sizeof *own);
  records[record_count] = (NdRecord){count, own, packed};
  snprintf(names[record_count], sizeof names[0], "void%lld", (long long)packed * 8);
  nd_types[ND_TYPE_COUNT + record_count] = (NdTypeInfo){names[record_count], 'V', itemsize};
  return ND_TYPE_COUNT + record_count++;
}

int nd_record_type(const NdField *fields, int count, Error *error) {
  NdField *made = core_alloc_zero((size_t)(count > 0 ? count : 1), sizeof *made);
  if (made == NULL) {
    core_fail_memory(error, (unsigned long long)count * sizeof *made);
    return -1;
  }
  int64_t offset = 0, place = 0;
  int type = -1;
  for (int i = 0; i < count; i++) {
    made[i] = fields[i];
    for (int k = 0; k < i; k++)
      if (strcmp(made[k].name, made[i].name) == 0) {
        core_fail(error, ERROR_VALUE, "field '%s' occurs more than once", made[i].name);
        goto done;
      }
    if (made[i].kind.type == ND_OBJECT) {
      core_fail(error, ERROR_NOT_IMPLEMENTED, "fields of structured arrays cannot hold objects: field '%s'",
                made[i].name);
      core_hint(error, "give it a dtype such as 'U20' or 'f8', or keep the objects in an array of their own");
      goto done;
    }
    int64_t align = alignment(made[i].kind), elements = nd_field_elements(&made[i]);
    place = (place + align - 1) / align * align;
    made[i].offset = offset;
    made[i].place = place;
    offset += elements * packed_size(made[i].kind);
    place += elements * made[i].kind.itemsize;
  }
  /* The next record's fields are to be aligned too. */
  int64_t most = 1;
  for (int i = 0; i < count; i++)
    if (alignment(made[i].kind) > most) most = alignment(made[i].kind);
  place = (place + most - 1) / most * most;
  type = settle(made, count, offset, (int)place, error);
done:
  core_free(made);
  return type;
}

int nd_record_part(NdType type, const char *const *wanted, int count, Error *error) {
  const NdRecord *record = nd_record_of(type);
  NdField *made = core_alloc_zero((size_t)(count > 0 ? count : 1), sizeof *made);
  if (made == NULL) {
    core_fail_memory(error, (unsigned long long)count * sizeof *made);
    return -1;
  }
  for (int i = 0; i < count; i++) {
    const NdField *field = nd_record_field(type, wanted[i]);
    if (field != NULL) {
      made[i] = *field;
      continue;
    }
    core_fail(error, ERROR_KEY, "%s", wanted[i]);
    core_free(made);
    return -1;
  }
  int part = settle(made, count, record->size, nd_types[type].itemsize, error);
  core_free(made);
  return part;
}

bool nd_record_is_packed(NdType type) {
  const NdRecord *record = nd_record_of(type);
  if (record->size != nd_types[type].itemsize) return false;
  for (int i = 0; i < record->count; i++) {
    if (record->fields[i].offset != record->fields[i].place) return false;
    if (nd_is_record(record->fields[i].kind.type) && !nd_record_is_packed(record->fields[i].kind.type)) return false;
  }
  return true;
}

/* Packs or unpacks each element of each field. */
static void repack(NdType type, char *to, const char *from, bool pack) {
  const NdRecord *record = nd_record_of(type);
  for (int i = 0; i < record->count; i++) {
    const NdField *field = &record->fields[i];
    int64_t count = nd_field_elements(field), own = field->kind.itemsize, packed = packed_size(field->kind);
    for (int64_t k = 0; k < count; k++) {
      int64_t place = field->place + k * own, offset = field->offset + k * packed;
      char *target = to + (pack ? offset : place);
      const char *source = from + (pack ? place : offset);
      if (nd_is_record(field->kind.type)) repack(field->kind.type, target, source, pack);
      else memcpy(target, source, (size_t)own);
    }
  }
}

void nd_record_pack(NdType type, char *to, const char *from) {
  memset(to, 0, (size_t)nd_record_of(type)->size);
  repack(type, to, from, true);
}

void nd_record_unpack(NdType type, char *to, const char *from) { repack(type, to, from, false); }

NdArray *nd_record_view(const NdArray *array, const NdField *field, Error *error) {
  int64_t shape[ND_MAX_DIMS], strides[ND_MAX_DIMS], step = field->kind.itemsize;
  if (array->ndim + field->ndim > ND_MAX_DIMS) {
    core_fail(error, ERROR_VALUE, "number of dimensions must be within [0, %d]", ND_MAX_DIMS);
    return NULL;
  }
  memcpy(shape, array->shape, (size_t)array->ndim * sizeof *shape);
  memcpy(strides, array->strides, (size_t)array->ndim * sizeof *strides);
  for (int i = field->ndim - 1; i >= 0; i--) {
    shape[array->ndim + i] = field->shape[i];
    strides[array->ndim + i] = step;
    step *= field->shape[i];
  }
  NdArray model = {.buffer = array->buffer, .type = field->kind.type, .itemsize = field->kind.itemsize,
                   .writeable = array->writeable};
  return nd_make_view(&model, array->data + field->place, array->ndim + field->ndim, shape, strides, error);
}

NdArray *nd_record_as(const NdArray *array, NdType type, Error *error) {
  NdArray model = {.buffer = array->buffer, .type = type, .itemsize = array->itemsize, .writeable = array->writeable};
  return nd_make_view(&model, array->data, array->ndim, array->shape, array->strides, error);
}

/* ---- Conversion and order ---- */

void nd_record_move(NdType type, char *to, const char *from) {
  const NdRecord *record = nd_record_of(type);
  for (int i = 0; i < record->count; i++) {
    const NdField *field = &record->fields[i];
    memmove(to + field->place, from + field->place, (size_t)(nd_field_elements(field) * field->kind.itemsize));
  }
}

/* Between fields of several elements: axes are matched from the last, axes of length 1 are repeated, what the other
 * field has beyond is cut off, and what it lacks is zero, as numpy does. */
static bool convert_field(const NdField *field, char *to, const NdField *given, const char *from, Error *error) {
  int64_t count = nd_field_elements(field), index[ND_MAX_DIMS] = {0};
  memset(to, 0, (size_t)(count * field->kind.itemsize));
  for (int64_t i = 0; i < count; i++) {
    int64_t place = 0;
    bool inside = true;
    for (int axis = 0; axis < given->ndim; axis++) {
      int own = axis - given->ndim + field->ndim;
      int64_t at = own < 0 || given->shape[axis] == 1 ? 0 : index[own];
      inside &= at < given->shape[axis];
      place = place * given->shape[axis] + at;
    }
    if (inside && !nd_convert(field->kind, to + i * field->kind.itemsize, field->kind.itemsize, given->kind,
                              from + place * given->kind.itemsize, given->kind.itemsize, 1, error))
      return false;
    for (int axis = field->ndim - 1; axis >= 0 && ++index[axis] == field->shape[axis]; axis--) index[axis] = 0;
  }
  return true;
}

static bool fail_cast(NdType from, NdKind to, Error *error) {
  Text fields = {0}, code = {0};
  nd_record_text(&fields, from);
  if (nd_is_time(to.type)) nd_kind_code(&code, to);
  else text_add(&code, nd_types[to.type].name);
  core_fail(error, ERROR_TYPE, "Cannot cast array data from dtype(%s) to dtype('%s') according to the rule 'unsafe'",
            text_string(&fields), text_string(&code));
  text_free(&fields);
  text_free(&code);
  return false;
}

bool nd_record_convert(NdKind to_kind, char *to, NdKind from_kind, const char *from, Error *error) {
  const NdRecord *target = nd_record_of(to_kind.type), *source = nd_record_of(from_kind.type);
  if (target != NULL && from_kind.type == ND_OBJECT)
    return nd_objects.as_record(*(void *const *)from, to_kind.type, to) || nd_fail_told(error);
  if (target == NULL) {
    /* A record with one field is what that is. */
    if (source->count == 1 && source->fields[0].ndim == 0 && !nd_is_text(to_kind.type))
      return nd_convert(to_kind, to, 0, source->fields[0].kind, from + source->fields[0].place, 0, 1, error);
    return fail_cast(from_kind.type, to_kind, error);
  }
  if (source != NULL && source->count != target->count)
    return core_fail(error, ERROR_TYPE, "structures must have the same size");
  for (int i = 0; i < target->count; i++) {
    const NdField *field = &target->fields[i], *given = source ? &source->fields[i] : NULL;
    bool same = given != NULL && given->ndim == field->ndim &&
                memcmp(given->shape, field->shape, (size_t)field->ndim * sizeof *field->shape) == 0;
    if (given != NULL && given->ndim > 0 && !same) {
      if (!convert_field(field, to + field->place, given, from + given->place, error)) return false;
      continue;
    }
    NdKind kind = given ? given->kind : from_kind;
    if (!nd_convert(field->kind, to + field->place, field->kind.itemsize, kind, given ? from + given->place : from,
                    same ? kind.itemsize : 0, nd_field_elements(field), error))
      return false;
  }
  return true;
}

int nd_record_less(NdType type, const char *a, const char *b) {
  const NdRecord *record = nd_record_of(type);
  for (int i = 0; i < record->count; i++) {
    const NdField *field = &record->fields[i];
    NdKind kind = field->kind;
    for (int64_t k = 0; k < nd_field_elements(field); k++) {
      const char *x = a + field->place + k * kind.itemsize, *y = b + field->place + k * kind.itemsize;
      if (nd_element_less(kind.type, kind.itemsize, x, kind.itemsize, y)) return 1;
      if (nd_element_less(kind.type, kind.itemsize, y, kind.itemsize, x)) return 0;
    }
  }
  return 0;
}

int nd_record_equal(NdType type, const char *a, const char *b) {
  const NdRecord *record = nd_record_of(type);
  for (int i = 0; i < record->count; i++) {
    const NdField *field = &record->fields[i];
    NdKind kind = field->kind;
    for (int64_t k = 0; k < nd_field_elements(field); k++) {
      const char *x = a + field->place + k * kind.itemsize, *y = b + field->place + k * kind.itemsize;
      if (!nd_element_equal(kind.type, kind.itemsize, x, kind.itemsize, y)) return 0;
    }
  }
  return 1;
}

/* ---- Text ---- */

void nd_kind_code(Text *text, NdKind kind) {
  char letter = nd_types[kind.type].kind;
  if (letter == 'U') text_addf(text, "<U%d", kind.itemsize / 4);
  else if (letter == 'S') text_addf(text, "S%d", kind.itemsize);
  else if (letter == 'O') text_add_char(text, 'O');
  else if (nd_is_time(kind.type) && nd_time_unit(kind.type) == ND_NO_UNIT) text_addf(text, "<%c8", letter);
  else if (nd_is_time(kind.type)) text_addf(text, "<%c8[%s]", letter, nd_unit_name(nd_time_unit(kind.type)));
  else if (letter == 'b') text_add_char(text, '?');
  else if (nd_is_swapped(kind.type)) text_add(text, nd_types[kind.type].name);
  else text_addf(text, "%s%c%d", kind.itemsize == 1 ? "" : "<", letter, kind.itemsize);
}

void nd_record_text(Text *text, NdType type) {
  const NdRecord *record = nd_record_of(type);
  text_add_char(text, '[');
  for (int i = 0; i < record->count; i++) {
    const NdField *field = &record->fields[i];
    text_addf(text, "%s('%s', ", i ? ", " : "", field->name);
    if (nd_is_record(field->kind.type)) {
      nd_record_text(text, field->kind.type);
    } else {
      text_add_char(text, '\'');
      nd_kind_code(text, field->kind);
      text_add_char(text, '\'');
    }
    if (field->ndim > 0) {
      char shape[32 * ND_FIELD_DIMS];
      nd_shape_text(field->ndim, field->shape, shape, sizeof shape);
      text_addf(text, ", %s", shape);
    }
    text_add_char(text, ')');
  }
  text_add_char(text, ']');
}
