#include "engine/formats/npy.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/array/record.h"
#include "engine/array/times.h"
#include "engine/array/swapped.h"
#include "engine/core/memory.h"
#include "engine/formats/file.h"
#include "engine/formats/formats.h"

/* numpy's format (numpy.lib.format): "\x93NUMPY", two version bytes, the header's length (16 bits in version 1, else
 * 32, little-endian), the header (a Python dict: descr, fortran_order, shape), the elements. */
static const char magic[6] = {'\x93', 'N', 'U', 'M', 'P', 'Y'};

typedef struct NpyHeader {
  NdType type;
  int itemsize;
  int64_t stored; /* bytes of an element in the file, where records have no gaps */
  bool fortran;
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  size_t offset; /* of the first element */
} NpyHeader;

/* ---- The header's dict ----- */

typedef struct Scanner {
  const char *at, *end;
} Scanner;

static void skip_space(Scanner *scanner) {
  while (scanner->at < scanner->end && strchr(" \t\r\n\f", *scanner->at) && *scanner->at) scanner->at++;
}

static bool take(Scanner *scanner, char wanted) {
  skip_space(scanner);
  if (scanner->at >= scanner->end || *scanner->at != wanted) return false;
  scanner->at++;
  return true;
}

/* A quoted string without escapes, which is all that numpy writes here. */
static bool take_string(Scanner *scanner, char *out, size_t size) {
  char quote;
  if (take(scanner, '\'')) quote = '\'';
  else if (take(scanner, '"')) quote = '"';
  else return false;
  size_t length = 0;
  while (scanner->at < scanner->end && *scanner->at != quote) {
    if (*scanner->at == '\\' || length + 1 >= size) return false;
    out[length++] = *scanner->at++;
  }
  out[length] = '\0';
  return take(scanner, quote);
}

static bool take_word(Scanner *scanner, const char *word) {
  skip_space(scanner);
  size_t length = strlen(word);
  if ((size_t)(scanner->end - scanner->at) < length || memcmp(scanner->at, word, length) != 0) return false;
  scanner->at += length;
  return true;
}

/* "(3, 4)", "(3,)", "()"; a trailing L of Python 2's long integers is allowed. */
static bool take_shape(Scanner *scanner, NpyHeader *header) {
  if (!take(scanner, '(')) return false;
  header->ndim = 0;
  while (!take(scanner, ')')) {
    int64_t length = 0;
    skip_space(scanner);
    const char *start = scanner->at;
    while (scanner->at < scanner->end && *scanner->at >= '0' && *scanner->at <= '9')
      if (__builtin_mul_overflow(length, 10, &length) || __builtin_add_overflow(length, *scanner->at++ - '0', &length))
        return false;
    if (scanner->at == start || header->ndim == ND_MAX_DIMS) return false;
    (void)take_word(scanner, "L");
    header->shape[header->ndim++] = length;
    if (!take(scanner, ',')) return take(scanner, ')');
  }
  return true;
}

/* '<f8', '|u1', '>i4': order, kind, bytes. */
static bool parse_descr(const char *descr, const char *name, NpyHeader *header, Error *error) {
  bool ordered = descr[0] != '\0' && strchr("<>|=", descr[0]) != NULL;
  const char *kind = descr + (ordered ? 1 : 0);
  int itemsize = *kind ? atoi(kind + 1) : 0;
  header->itemsize = itemsize;
  if ((*kind == 'U' || *kind == 'S') && descr[0] != '>' && itemsize >= 0 && itemsize < 1 << 26) {
    header->type = *kind == 'U' ? ND_STRING : ND_BYTES;
    header->itemsize = itemsize * nd_types[header->type].itemsize;
    if (header->itemsize > 0) return true;
  }
  int time = ordered && descr[0] == '>' ? -1 : nd_time_named(kind);
  if (time >= 0) {
    header->type = (NdType)time;
    header->itemsize = nd_types[time].itemsize;
    return true;
  }
  for (int type = 0; type < ND_STRING; type++) {
    if (nd_types[type].kind != *kind || nd_types[type].itemsize != itemsize) continue;
    header->type = descr[0] == '>' ? nd_swapped((NdType)type) : (NdType)type;
    return true;
  }
  if (*kind == 'O')
    return core_fail(error, ERROR_VALUE, "'%s': Object arrays cannot be loaded when allow_pickle=False", name);
  return core_fail(error, ERROR_VALUE, "'%s': arrays of dtype '%s' cannot be read here", name, descr);
}

static bool fail_record(const char *name, Error *error) {
  return core_fail(error, ERROR_VALUE, "'%s': structured arrays of this kind cannot be read here", name);
}

static bool take_record(Scanner *scanner, const char *name, NpyHeader *header, int depth, Error *error);

/* "('a', '<f8')", "('a', '<f8', (2,))", "('a', [...])": one field. */
static bool take_field(Scanner *scanner, const char *name, NdField *field, int depth, Error *error) {
  NpyHeader own = {0};
  char descr[32];
  if (!take(scanner, '(') || !take_string(scanner, field->name, sizeof field->name) || !take(scanner, ','))
    return fail_record(name, error);
  skip_space(scanner);
  if (scanner->at < scanner->end && *scanner->at == '[') {
    if (!take_record(scanner, name, &own, depth + 1, error)) return false;
  } else {
    if (!take_string(scanner, descr, sizeof descr)) return fail_record(name, error);
    if (field->name[0] == '\0' && descr[0] == '|' && descr[1] == 'V') {
      /* A gap between two fields. */
      own = (NpyHeader){.type = ND_BYTES, .itemsize = atoi(descr + 2)};
      if (own.itemsize < 1) return fail_record(name, error);
    } else if (!parse_descr(descr, name, &own, error)) {
      return false;
    }
  }
  NpyHeader axes = {0};
  if (take(scanner, ',') && !take_shape(scanner, &axes)) return fail_record(name, error);
  if (!take(scanner, ')')) return fail_record(name, error);
  field->kind = (NdKind){own.type, own.itemsize};
  field->ndim = axes.ndim;
  int64_t bytes = own.itemsize;
  for (int i = 0; i < axes.ndim; i++) {
    field->shape[i] = axes.shape[i];
    if (__builtin_mul_overflow(bytes, axes.shape[i], &bytes) || bytes > INT32_MAX) return fail_record(name, error);
  }
  return true;
}

/* "[('a', '<f8'), ('', '|V4'), ...]": a structured dtype; fields without a name are gaps. */
static bool take_record(Scanner *scanner, const char *name, NpyHeader *header, int depth, Error *error) {
  enum { DEEPEST = 10 };
  NdField *fields = NULL;
  int count = 0, room = 0, gaps = 0, type = -1;
  int64_t bytes = 0;
  bool good = (take(scanner, '[') && depth < DEEPEST) || fail_record(name, error);
  while (good && !take(scanner, ']')) {
    if (count == room) {
      room = room ? 2 * room : 16;
      NdField *grown = core_realloc(fields, (size_t)room * sizeof *grown);
      good = grown != NULL || core_fail_memory(error, (size_t)room * sizeof *grown);
      if (!good) break;
      fields = grown;
    }
    NdField *field = &fields[count];
    *field = (NdField){0};
    good = take_field(scanner, name, field, depth, error);
    if (!good) break;
    if (field->name[0] == '\0') snprintf(field->name, sizeof field->name, "\x01%d", gaps++);
    bytes += nd_field_elements(field) * field->kind.itemsize;
    good = bytes <= INT32_MAX || fail_record(name, error);
    count++;
    if (good && !take(scanner, ',')) {
      good = take(scanner, ']') || fail_record(name, error);
      break;
    }
  }
  if (good) type = nd_record_type(fields, count, error);
  if (type >= 0 && gaps > 0) {
    const char **names = core_alloc((size_t)count * sizeof *names);
    int named = 0;
    for (int i = 0; names != NULL && i < count; i++)
      if (fields[i].name[0] != '\x01') names[named++] = fields[i].name;
    type = names ? nd_record_part((NdType)type, names, named, error) : -1;
    if (names == NULL) core_fail_memory(error, (size_t)count * sizeof *names);
    core_free(names);
  }
  core_free(fields);
  if (type < 0) return false;
  header->type = (NdType)type;
  header->itemsize = nd_types[type].itemsize;
  return true;
}

static bool parse_dict(const char *text, size_t length, const char *name, NpyHeader *header, Error *error) {
  Scanner scanner = {text, text + length};
  bool has_descr = false, has_order = false, has_shape = false, good = take(&scanner, '{');
  while (good && !take(&scanner, '}')) {
    char key[32], descr[32];
    good = take_string(&scanner, key, sizeof key) && take(&scanner, ':');
    if (!good) break;
    if (strcmp(key, "descr") == 0) {
      skip_space(&scanner);
      if (scanner.at < scanner.end && *scanner.at == '[') {
        if (!take_record(&scanner, name, header, 0, error)) return false;
        has_descr = true;
      } else {
        good = has_descr = take_string(&scanner, descr, sizeof descr);
        if (good && !parse_descr(descr, name, header, error)) return false;
      }
    } else if (strcmp(key, "fortran_order") == 0) {
      header->fortran = take_word(&scanner, "True");
      good = has_order = header->fortran || take_word(&scanner, "False");
    } else if (strcmp(key, "shape") == 0) {
      good = has_shape = take_shape(&scanner, header);
    } else {
      good = false;
    }
    if (good && !take(&scanner, ',')) {
      good = take(&scanner, '}');
      break;
    }
  }
  if (good && has_descr && has_order && has_shape) return true;
  return core_fail(error, ERROR_VALUE, "'%s' is damaged: its .npy header cannot be read", name);
}

/* Reads the header and checks that the elements are there. */
static bool parse_header(const char *bytes, size_t length, const char *name, NpyHeader *header, Error *error) {
  const unsigned char *u = (const unsigned char *)bytes;
  if (length == 0) return core_fail(error, ERROR_EOF, "No data left in file: '%s' is empty", name);
  if (length < 6 || memcmp(bytes, magic, 6) != 0)
    return core_fail(error, ERROR_VALUE, "'%s' is no .npy file: the magic string is missing", name);
  if (length < 12)
    return core_fail(error, ERROR_EOF, "'%s' is cut short: %zu bytes do not hold the header", name, length);
  if (u[6] < 1 || u[6] > 3)
    return core_fail(error, ERROR_VALUE, "'%s': .npy format version (%d, %d) is not known", name, u[6], u[7]);
  size_t start = u[6] == 1 ? 10 : 12;
  size_t dict = (size_t)u[8] | (size_t)u[9] << 8;
  if (u[6] > 1) dict |= (size_t)u[10] << 16 | (size_t)u[11] << 24;
  *header = (NpyHeader){.offset = start + dict};
  if (header->offset > length)
    return core_fail(error, ERROR_EOF, "'%s' is cut short: %zu bytes do not hold the header", name, length);
  if (!parse_dict(bytes + start, dict, name, header, error)) return false;
  header->stored = nd_is_record(header->type) ? nd_record_of(header->type)->size : header->itemsize;
  uint64_t needed = (uint64_t)header->stored;
  bool too_large = false, empty = false;
  for (int i = 0; i < header->ndim; i++) empty = empty || header->shape[i] == 0;
  for (int i = 0; i < header->ndim && !empty; i++)
    too_large = __builtin_mul_overflow(needed, (uint64_t)header->shape[i], &needed) || too_large;
  if (!empty && (too_large || needed > length - header->offset)) {
    char shape[ND_MAX_DIMS * 32];
    nd_shape_text(header->ndim, header->shape, shape, sizeof shape);
    return core_fail(error, ERROR_EOF,
                     "'%s' is cut short: an array of shape %s and dtype %s does not fit into its %zu bytes", name,
                     shape, nd_types[header->type].name, length - header->offset);
  }
  return true;
}

/* ---- Reading ----- */

/* Strides of Fortran order; false where C order says the same. */
static bool fortran_strides(const NpyHeader *header, int64_t *strides) {
  int64_t stride = header->itemsize;
  for (int i = 0; i < header->ndim; i++) {
    strides[i] = stride;
    if (__builtin_mul_overflow(stride, header->shape[i], &stride)) stride = 0; /* only where another length is 0 */
  }
  return header->fortran && header->ndim > 1;
}

static void bool_bytes(NdArray *array) {
  for (int64_t i = 0; i < array->size; i++) array->data[i] = array->data[i] != 0;
}

/* A new array for the header, with the file's strides, filled from the bytes behind the header. */
static NdArray *copy_elements(const char *bytes, const NpyHeader *header, Error *error) {
  int64_t strides[ND_MAX_DIMS], flat = 1;
  for (int i = 0; i < header->ndim; i++)
    if (header->shape[i] == 0) flat = 0; /* the other lengths are not checked then, and may be anything */
  for (int i = 0; i < header->ndim && flat > 0; i++) flat *= header->shape[i];
  NdArray *all = nd_new_sized(header->type, header->itemsize, 1, &flat, error);
  if (!all) return NULL;
  int itemsize = header->itemsize;
  if (nd_is_record(header->type)) {
    for (int64_t i = 0; i < flat; i++)
      nd_record_unpack(header->type, all->data + i * itemsize, bytes + header->offset + i * header->stored);
  } else memcpy(all->data, bytes + header->offset, (size_t)(flat * itemsize));
  bool turned = fortran_strides(header, strides);
  NdArray *array = nd_view_part(all, all->data, header->ndim, header->shape, turned ? strides : NULL, error);
  nd_release(all);
  if (array && array->type == ND_BOOL) bool_bytes(array);
  return array;
}

NdArray *npy_parse(const char *bytes, size_t length, const char *name_for_errors, Error *error) {
  NpyHeader header;
  if (!parse_header(bytes, length, name_for_errors, &header, error)) return NULL;
  return copy_elements(bytes, &header, error);
}

NdArray *npy_on_buffer(NdBuffer *buffer, size_t length, const char *name, Error *error) {
  NpyHeader header;
  int64_t strides[ND_MAX_DIMS];
  if (!parse_header(buffer->data, length, name, &header, error)) return NULL;
  int unit = nd_types[header.type].itemsize;
  bool aligned = ((uintptr_t)buffer->data + header.offset) % (uintptr_t)unit == 0;
  if (!aligned || !nd_is_number(header.type)) return copy_elements(buffer->data, &header, error);
  bool turned = fortran_strides(&header, strides);
  NdArray *array = nd_on_buffer(buffer, header.offset, header.type, header.ndim, header.shape, turned ? strides : NULL,
                                error);
  if (array && array->type == ND_BOOL) bool_bytes(array);
  return array;
}

NdArray *npy_read(const char *path, Error *error) {
  size_t length;
  NdBuffer *buffer = file_read_buffer(path, &length, error);
  if (!buffer) return NULL;
  NdArray *array = npy_on_buffer(buffer, length, path, error);
  nd_buffer_release(buffer);
  return array;
}

/* ---- Writing ----- */

static bool is_fortran_contiguous(const NdArray *array) {
  int64_t stride = array->itemsize;
  for (int i = 0; i < array->ndim; i++) {
    if (array->shape[i] != 1 && array->strides[i] != stride) return false;
    stride *= array->shape[i];
  }
  return true;
}

size_t npy_pickle_start(const char *bytes, size_t length) {
  if (length < 12 || memcmp(bytes, "\x93NUMPY", 6) != 0) return 0;
  const unsigned char *at = (const unsigned char *)bytes;
  const size_t begin = at[6] == 1 ? 10 : 12;
  const size_t header = at[6] == 1 ? (size_t)(at[8] | at[9] << 8)
                                   : (size_t)at[8] | (size_t)at[9] << 8 | (size_t)at[10] << 16 | (size_t)at[11] << 24;
  if (header > length - begin || memmem(bytes + begin, header, "'|O'", 4) == NULL) return 0;
  return begin + header;
}

/* "'<f8'", "[('a', '<f8'), ('b', '|u1', (2,))]": a dtype as the header has it. */
static void add_descr(Text *text, NdKind kind) {
  const NdTypeInfo *info = &nd_types[kind.type];
  if (nd_is_time(kind.type)) {
    text_add_char(text, '\'');
    nd_kind_code(text, kind);
    text_add_char(text, '\'');
  } else if (!nd_is_record(kind.type)) {
    int count = nd_is_text(kind.type) ? kind.itemsize / info->itemsize : kind.itemsize;
    char order = info->itemsize == 1 ? '|' : nd_is_swapped(kind.type) ? '>' : '<';
    text_addf(text, "'%c%c%d'", order, info->kind, count);
  } else {
    const NdRecord *record = nd_record_of(kind.type);
    int64_t at = 0;
    text_add_char(text, '[');
    for (int i = 0; i < record->count; i++) {
      const NdField *field = &record->fields[i];
      const NdRecord *inner = nd_record_of(field->kind.type);
      if (i > 0) text_add(text, ", ");
      if (field->offset > at) text_addf(text, "('', '|V%" PRId64 "'), ", field->offset - at);
      text_addf(text, "('%s', ", field->name);
      add_descr(text, field->kind);
      if (field->ndim > 0) {
        char shape[ND_MAX_DIMS * 32];
        nd_shape_text(field->ndim, field->shape, shape, sizeof shape);
        text_addf(text, ", %s", shape);
      }
      text_add_char(text, ')');
      at = field->offset + nd_field_elements(field) * (inner ? inner->size : field->kind.itemsize);
    }
    if (record->size > at) text_addf(text, ", ('', '|V%" PRId64 "')", record->size - at);
    text_add_char(text, ']');
  }
}

bool npy_header(const NdArray *array, Text *header, bool *fortran, Error *error) {
  *fortran = array->size > 0 && !nd_is_contiguous(array) && is_fortran_contiguous(array);
  if (array->type == ND_OBJECT)
    return core_fail(error, ERROR_VALUE, "Object arrays cannot be saved when allow_pickle=False");
  char shape[ND_MAX_DIMS * 32];
  nd_shape_text(array->ndim, array->shape, shape, sizeof shape);
  Text dict = {0};
  text_add(&dict, "{'descr': ");
  add_descr(&dict, nd_kind(array));
  text_addf(&dict, ", 'fortran_order': %s, 'shape': %s, }", *fortran ? "True" : "False", shape);
  if (array->ndim > 0) {
    /* numpy leaves room for the growing axis to get 21 digits. */
    char digits[32];
    int64_t growing = array->shape[*fortran ? array->ndim - 1 : 0];
    text_add_times(&dict, " ", 21 - snprintf(digits, sizeof digits, "%" PRId64, growing));
  }
  /* Magic, version, length and dict fill a multiple of 64 bytes and end in a newline. */
  const bool long_header = dict.length > 65000; /* version 2 has 32 bits for the length */
  size_t filled = (long_header ? 12 : 10) + dict.length + 1;
  text_add_times(&dict, " ", (int)(64 - filled % 64)); /* 1 to 64: numpy pads a full block, too */
  text_add_char(&dict, '\n');
  text_add_bytes(header, magic, sizeof magic);
  text_add_bytes(header, long_header ? "\2\0" : "\1\0", 2);
  for (int i = 0; i < (long_header ? 4 : 2); i++) text_add_char(header, (char)(dict.length >> 8 * i & 0xff));
  text_add_bytes(header, text_string(&dict), dict.length);
  bool failed = dict.failed || header->failed;
  text_free(&dict);
  return failed ? core_fail_memory(error, sizeof shape) : true;
}

NdArray *npy_data_order(const NdArray *array, bool fortran, Error *error) {
  NdArray *data = fortran ? nd_transpose((NdArray *)array, NULL, error) : nd_contiguous((NdArray *)array, error);
  if (data == NULL || !nd_is_record(array->type)) return data;
  /* The bytes of records as the file has them. */
  const int64_t size = nd_record_of(array->type)->size, bytes = size * data->size;
  NdArray *packed = nd_new(ND_UINT8, 1, &bytes, error);
  for (int64_t i = 0; packed != NULL && i < data->size; i++)
    nd_record_pack(array->type, packed->data + i * size, data->data + i * data->itemsize);
  nd_release(data);
  return packed;
}

bool npy_write(const char *path, const NdArray *array, Error *error) {
  Text header = {0};
  bool fortran, done = false;
  NdArray *data = NULL;
  FileReplacement file;
  if (!npy_header(array, &header, &fortran, error) || !(data = npy_data_order(array, fortran, error))) goto end;
  if (!file_replace_begin(&file, path, 0666, error)) goto end;
  done = file_replace_write(&file, header.data, header.length, error) &&
         file_replace_write(&file, data->data, (size_t)data->size * (size_t)data->itemsize, error);
  done = file_replace_end(&file, done, error) && done;
end:
  nd_release(data);
  text_free(&header);
  return done;
}
