/* What lists and tuples share: indices, searching, comparing. Private. */
#ifndef NNSH_REPL_TYPES_SEQUENCE_H
#define NNSH_REPL_TYPES_SEQUENCE_H

#include "repl/types/containers.h"

/* A key as an index into `length` items; IndexError with `out_of_range`, TypeError "NOUN indices must be integers or
 * slices, not str". */
/* How often a sequence is repeated; OverflowError where the number is too large. */
bool sequence_times(Value times, int64_t *count);
bool sequence_index(Value key, int64_t length, const char *noun, const char *out_of_range, int64_t *index);
/* Start and stop arguments of index(): negative ones count from the end, both are clamped. */
/* A bound of a slice: integers that are too large are clamped. */
bool sequence_bound(Value value, int64_t *out);
bool sequence_bounds(Value start, Value stop, int64_t length, int64_t *from, int64_t *to);
/* 1 with its place in `at` (may be NULL), 0, -1. */
int sequence_find(const Value *items, int64_t count, Value item, int64_t *at);
Value sequence_count(const Value *items, int64_t count, Value item);
Value sequence_compare(CompareOp op, const Value *a, int64_t a_count, const Value *b, int64_t b_count);

/* The same for two sequences whose common part is equal. */
Value sequence_order(CompareOp op, int64_t a_count, int64_t b_count);

#endif
