/* Records: elements with named fields. Each layout is made once and is a dtype with a number of its own (kind 'V'), so
 * that everything that moves elements about (copies, views, indexing) works on records as on any other element.
 *
 * In memory the fields are aligned as C would align them; numpy packs them. What a program can see of that (its item
 * size, offsets, nbytes) is told as numpy has it: `offset` and nd_record_size are packed, `place` and the dtype's own
 * itemsize are the memory's. Fields are of any dtype but object. */
#ifndef NNSH_ENGINE_ARRAY_RECORD_H
#define NNSH_ENGINE_ARRAY_RECORD_H

#include "engine/array/element.h"

enum { ND_FIELD_NAME = 64, ND_FIELD_DIMS = ND_MAX_DIMS };

typedef struct NdField {
  char name[ND_FIELD_NAME]; /* UTF-8 */
  NdKind kind;
  int ndim; /* of a subarray; 0: one element */
  int64_t shape[ND_FIELD_DIMS];
  int64_t offset; /* as numpy packs it */
  int64_t place;  /* in memory */
} NdField;

typedef struct NdRecord {
  int count;
  NdField *fields;
  int64_t size; /* as numpy packs it */
} NdRecord;

/* The dtype with these fields, of which names, kinds and shapes are read; -1 where there are too many dtypes, a name
 * comes twice, or a field holds objects. */
int nd_record_type(const NdField *fields, int count, Error *error);
/* A dtype of some fields of another, in their places: array[['a', 'b']] is a view. */
int nd_record_part(NdType type, const char *const *names, int count, Error *error);

const NdRecord *nd_record_of(NdType type); /* NULL for all other dtypes */
const NdField *nd_record_field(NdType type, const char *name); /* NULL: none */
int64_t nd_field_elements(const NdField *field);
/* Whether the memory is as numpy packs it. */
bool nd_record_is_packed(NdType type);

/* One record from its memory to bytes as numpy packs them (gaps are zero), and back. */
void nd_record_pack(NdType type, char *to, const char *from);
void nd_record_unpack(NdType type, char *to, const char *from);

/* A view of one field: the axes of the array, then those of the field. */
NdArray *nd_record_view(const NdArray *array, const NdField *field, Error *error);

/* A view of the same elements as records of another dtype, whose memory has the same size. */
NdArray *nd_record_as(const NdArray *array, NdType type, Error *error);

/* Copies the fields of one record; what lies between them (fields that this dtype leaves out) stays. */
void nd_record_move(NdType type, char *to, const char *from);
/* For element.c: one element from or to a record; records are converted field by field, one number or text goes into
 * every field. */
bool nd_record_convert(NdKind to_kind, char *to, NdKind from_kind, const char *from, Error *error);
int nd_record_less(NdType type, const char *a, const char *b);
int nd_record_equal(NdType type, const char *a, const char *b);

/* "[('a', '<i4'), ('b', '<f8', (2,))]". */
void nd_record_text(Text *text, NdType type);
/* "<i4", "<U3", "|b1": a kind as such a list has it. */
void nd_kind_code(Text *text, NdKind kind);

#endif
