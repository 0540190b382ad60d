/* Walks tests/golden/array.txt: thousands of calls over dtypes, shapes and views, each compared with what numpy gave.
 * A line that differs is printed with what was got instead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/engine/array/golden.h"

/* What a call gives: arrays, or an error. */
typedef struct Outcome {
  NdArray *arrays[ND_MAX_DIMS];
  int count;
  Error error;
} Outcome;

/* A row runs a line's operation; fields[0] is its name. */
typedef void Run(char **fields, Outcome *outcome);

static void give(Outcome *outcome, NdArray *array) {
  if (array != NULL) outcome->arrays[outcome->count++] = array;
}

/* "f" is all of the flattened array. */
static int axis_of(const char *text) { return strcmp(text, "f") == 0 ? ND_FLAT : atoi(text); }

/* "0,2" into axes; returns NULL for "-". */
static const int *axes_of(const char *text, int *axes, int *count) {
  *count = 0;
  if (strcmp(text, "-") == 0) return NULL;
  int64_t numbers[ND_MAX_DIMS];
  *count = golden_shape(text, ',', numbers);
  for (int i = 0; i < *count; i++) axes[i] = (int)numbers[i];
  return axes;
}

static void run_ufunc(char **f, Outcome *o) {
  const NdUfunc *ufunc = nd_ufunc_named(f[1]);
  assert_non_null(ufunc);
  NdArray *a = golden_arg(f[2]), *b = ufunc->inputs == 2 ? golden_arg(f[3]) : NULL;
  give(o, nd_ufunc(ufunc, a, b, NULL, &o->error));
  nd_release(a);
  nd_release(b);
}

static void run_power(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]), *b = golden_arg(f[2]);
  give(o, nd_apply("power", a, b, NULL, &o->error));
  nd_release(a);
  nd_release(b);
}

static void run_ufunc_out(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[2]), *b = golden_arg(f[3]);
  NdArray *zeros = nd_zeros(golden_type(f[4]), 2, (int64_t[]){a->shape[1], a->shape[0]}, NULL);
  NdArray *out = nd_transpose(zeros, NULL, NULL);
  give(o, nd_apply(f[1], a, b, out, &o->error));
  nd_release(a);
  nd_release(b);
  nd_release(zeros);
  nd_release(out);
}

static void run_overlap(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[2]), *out, *b, *first;
  bool row = strcmp(f[0], "overlap_row") == 0;
  if (row) {
    NdIndex zero = {.kind = ND_INDEX_INT};
    first = nd_retain(a);
    b = nd_get_index(a, &zero, 1, NULL);
    out = nd_retain(a);
  } else {
    first = nd_view_rows(a, 0, a->shape[0] - 1, NULL);
    b = nd_view_rows(a, 1, a->shape[0] - 1, NULL);
    out = nd_retain(b);
  }
  NdArray *done = nd_apply(f[1], first, b, out, &o->error);
  if (done != NULL) give(o, nd_retain(a));
  nd_release(done);
  nd_release(first);
  nd_release(b);
  nd_release(out);
  nd_release(a);
}

static void run_promote(char **f, Outcome *o) {
  NdType type = nd_promote(golden_type(f[1]), golden_type(f[2]));
  assert_string_equal(nd_types[type].name, f[4]);
}

static void run_astype(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]);
  give(o, nd_astype(a, golden_type(f[2]), &o->error));
  nd_release(a);
}

static void run_reduce(char **f, Outcome *o) {
  static const char *const names[] = {"sum", "prod", "min", "max", "mean", "var", "std", "any", "all", "argmin",
                                      "argmax", "median", "ptp", "count_nonzero"};
  int which = 0, axes[ND_MAX_DIMS];
  while (strcmp(names[which], f[1]) != 0) which++;
  NdArray *a = golden_arg(f[2]);
  NdReduceOptions options = {.keepdims = f[4][0] == '1', .ddof = atof(f[6])};
  options.axes = axes_of(f[3], axes, &options.axis_count);
  options.type = strcmp(f[5], "-") == 0 ? -1 : (int)golden_type(f[5]);
  give(o, nd_reduce((NdReduction)which, a, &options, &o->error));
  nd_release(a);
}

static void run_cumulative(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[2]);
  give(o, nd_cumulative(strcmp(f[1], "cumsum") == 0 ? ND_SUM : ND_PROD, a, axis_of(f[3]), &o->error));
  nd_release(a);
}

static void run_sort(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]);
  give(o, (strcmp(f[0], "sort") == 0 ? nd_sort : nd_argsort)(a, axis_of(f[2]), &o->error));
  nd_release(a);
}

static void run_unique(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]);
  bool all = strcmp(f[0], "unique") == 0;
  NdArray *more[3] = {NULL};
  give(o, nd_unique(a, all ? &more[0] : NULL, all ? &more[1] : NULL, all ? &more[2] : NULL, &o->error));
  for (int i = 0; i < 3; i++) give(o, more[i]);
  nd_release(a);
}

static void run_nonzero(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]), *places[ND_MAX_DIMS];
  if (nd_nonzero(a, places, &o->error))
    for (int i = 0; i < a->ndim; i++) give(o, places[i]);
  nd_release(a);
}

static void run_percentile(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]);
  give(o, nd_percentile(a, atof(f[2]), axis_of(f[3]), &o->error));
  nd_release(a);
}

static void run_product(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[2]), *b = golden_arg(f[3]);
  NdArray *(*call)(NdArray *, NdArray *, Error *) =
      strcmp(f[1], "dot") == 0 ? nd_dot : strcmp(f[1], "matmul") == 0 ? nd_matmul : nd_outer;
  give(o, call(a, b, &o->error));
  nd_release(a);
  nd_release(b);
}

/* "[0,2]", "[[0,1],[2,3]]", "[True,False]" as an array. */
static NdArray *list_array(const char *text) {
  int64_t values[64], shape[2] = {0, 0};
  int count = 0, rows = 0, ndim = text[1] == '[' ? 2 : 1;
  bool flags = false;
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '[') rows++;
    if (*at == 'T' || *at == 'F') {
      flags = true;
      values[count++] = *at == 'T';
      at += *at == 'T' ? 3 : 4;
    } else if (*at == '-' || (*at >= '0' && *at <= '9')) {
      char *end;
      values[count++] = strtoll(at, &end, 10);
      at = end - 1;
    }
  }
  shape[0] = ndim == 2 ? rows - 1 : count;
  shape[1] = ndim == 2 ? count / (rows - 1) : 0;
  NdArray *array = nd_new(ND_INT64, ndim, shape, NULL);
  memcpy(array->data, values, (size_t)count * sizeof *values);
  if (!flags) return array;
  NdArray *mask = nd_astype(array, ND_BOOL, NULL);
  nd_release(array);
  return mask;
}

/* Items between brackets, as Python writes them. Returns how many. */
static int parse_index(const char *text, NdIndex *items) {
  int count = 0;
  while (*text != '\0') {
    int depth = 0;
    const char *end = text;
    for (; *end != '\0' && (depth > 0 || *end != ','); end++) depth += (*end == '[') - (*end == ']');
    char item[256];
    snprintf(item, sizeof item, "%.*s", (int)(end - text), text);
    NdIndex *to = &items[count++];
    *to = (NdIndex){0};
    if (item[0] == '@') {
      *to = (NdIndex){.kind = ND_INDEX_ARRAY, .array = golden_arg(item + 1)};
    } else if (item[0] == '[') {
      *to = (NdIndex){.kind = ND_INDEX_ARRAY, .array = list_array(item)};
    } else if (strcmp(item, "True") == 0 || strcmp(item, "False") == 0) {
      NdScalar flag = {.type = ND_BOOL, .as.u = item[0] == 'T'};
      *to = (NdIndex){.kind = ND_INDEX_ARRAY, .array = nd_from_scalar(flag, ND_STRONG, NULL)};
    } else if (strcmp(item, "...") == 0) {
      to->kind = ND_INDEX_ELLIPSIS;
    } else if (strcmp(item, "None") == 0) {
      to->kind = ND_INDEX_NEWAXIS;
    } else if (strchr(item, ':') != NULL) {
      to->kind = ND_INDEX_SLICE;
      char *at = item;
      for (int part = 0; part < 3; part++) {
        char *after;
        int64_t value = strtoll(at, &after, 10);
        bool given = after != at;
        if (part == 0) to->has_start = given, to->start = value;
        if (part == 1) to->has_stop = given, to->stop = value;
        if (part == 2) to->has_step = given, to->step = value;
        if (*after != ':') break;
        at = after + 1;
      }
    } else {
      to->kind = ND_INDEX_INT;
      to->integer = strtoll(item, NULL, 10);
    }
    text = *end == ',' ? end + 1 : end;
  }
  return count;
}

static void run_index(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]);
  NdIndex items[32];
  int count = parse_index(f[2], items);
  if (strcmp(f[0], "index") == 0) {
    give(o, nd_get_index(a, items, count, &o->error));
  } else {
    NdArray *target = nd_copy(a, NULL), *value = golden_arg(f[3]);
    if (nd_set_index(target, items, count, value, &o->error)) give(o, nd_retain(target));
    nd_release(target);
    nd_release(value);
  }
  for (int i = 0; i < count; i++) nd_release(items[i].array);
  nd_release(a);
}

static void run_take(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]), *raw = golden_arg(f[2]);
  NdArray *three = nd_from_scalar((NdScalar){.type = ND_INT64, .as.i = 3}, ND_WEAK_INT, NULL);
  NdArray *indices = nd_apply("remainder", raw, three, NULL, NULL);
  give(o, nd_take(a, indices, atoi(f[3]), &o->error));
  nd_release(a);
  nd_release(raw);
  nd_release(three);
  nd_release(indices);
}

static void run_reshape(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]);
  int64_t shape[ND_MAX_DIMS];
  int ndim = golden_shape(f[2], ',', shape);
  NdArray *view = nd_reshape(a, ndim, shape, &o->error);
  if (view != NULL) {
    NdScalar shared = {.type = ND_BOOL, .as.u = view->buffer == a->buffer && a->size > 0};
    give(o, view);
    give(o, nd_from_scalar(shared, ND_STRONG, NULL));
  }
  nd_release(a);
}

static void run_view(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]);
  int axes[ND_MAX_DIMS], count;
  const int *given = axes_of(f[2], axes, &count);
  int64_t shape[ND_MAX_DIMS];
  if (strcmp(f[0], "transpose") == 0) give(o, nd_transpose(a, given, &o->error));
  if (strcmp(f[0], "squeeze") == 0) give(o, nd_squeeze(a, given, count, &o->error));
  if (strcmp(f[0], "expand_dims") == 0) give(o, nd_expand_dims(a, axes[0], &o->error));
  if (strcmp(f[0], "flip") == 0) give(o, nd_flip(a, given, count, &o->error));
  if (strcmp(f[0], "broadcast_to") == 0) {
    int ndim = golden_shape(f[2], ',', shape);
    give(o, nd_broadcast_to(a, ndim, shape, &o->error));
  }
  if (strcmp(f[0], "tile") == 0) {
    int ndim = golden_shape(f[2], ',', shape);
    give(o, nd_tile(a, ndim, shape, &o->error));
  }
  if (o->count > 0 && f[0][0] != 't') assert_ptr_equal(o->arrays[0]->buffer, a->buffer);
  nd_release(a);
}

static void run_join(char **f, Outcome *o) {
  NdArray *arrays[8];
  int count = 0;
  char *text = f[1];
  for (char *one = strsep(&text, "|"); one != NULL; one = strsep(&text, "|")) arrays[count++] = golden_arg(one);
  NdArray *(*call)(NdArray *const *, int, int, Error *) = strcmp(f[0], "stack") == 0 ? nd_stack : nd_concatenate;
  give(o, call(arrays, count, axis_of(f[2]), &o->error));
  for (int i = 0; i < count; i++) nd_release(arrays[i]);
}

static void run_repeat(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]);
  if (strcmp(f[0], "repeat") == 0) give(o, nd_repeat(a, atoi(f[2]), axis_of(f[3]), &o->error));
  else give(o, nd_roll(a, atoi(f[2]), axis_of(f[3]), &o->error));
  nd_release(a);
}

static void run_eye(char **f, Outcome *o) {
  give(o, nd_eye(atoi(f[1]), atoi(f[2]), atoi(f[3]), golden_type(f[4]), &o->error));
}

static void run_three(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]), *b = golden_arg(f[2]), *c = golden_arg(f[3]);
  give(o, strcmp(f[0], "clip") == 0 ? nd_clip(a, b, c, &o->error) : nd_where(a, b, c, &o->error));
  nd_release(a);
  nd_release(b);
  nd_release(c);
}

static NdScalar number(const char *text) {
  if (strpbrk(text, ".e") != NULL) return (NdScalar){.type = ND_FLOAT64, .as.f = strtod(text, NULL)};
  return (NdScalar){.type = ND_INT64, .as.i = strtoll(text, NULL, 10)};
}

static void run_range(char **f, Outcome *o) {
  if (strcmp(f[0], "arange") == 0)
    give(o, nd_arange(number(f[1]), number(f[2]), number(f[3]), golden_type(f[4]), &o->error));
  else
    give(o, nd_linspace(atof(f[1]), atof(f[2]), atoll(f[3]), f[4][0] == '1', golden_type(f[5]), &o->error));
}

static void run_assign(char **f, Outcome *o) {
  NdArray *a = golden_arg(f[1]), *b = golden_arg(f[2]);
  if (nd_assign(a, b, &o->error)) give(o, nd_retain(a));
  nd_release(a);
  nd_release(b);
}

static const struct {
  const char *name;
  Run *run;
} rows[] = {
    {"ufunc", run_ufunc}, {"operator_power", run_power}, {"ufunc_out", run_ufunc_out}, {"overlap_row", run_overlap},
    {"overlap_shift", run_overlap}, {"promote", run_promote}, {"astype", run_astype}, {"reduce", run_reduce},
    {"cumulative", run_cumulative}, {"sort", run_sort}, {"argsort", run_sort}, {"unique", run_unique},
    {"unique_values", run_unique}, {"nonzero", run_nonzero}, {"percentile", run_percentile}, {"product", run_product},
    {"index", run_index}, {"index_put", run_index}, {"take", run_take}, {"reshape", run_reshape},
    {"transpose", run_view}, {"squeeze", run_view}, {"expand_dims", run_view}, {"flip", run_view},
    {"broadcast_to", run_view}, {"tile", run_view}, {"concatenate", run_join}, {"stack", run_join},
    {"repeat", run_repeat}, {"roll", run_repeat}, {"eye", run_eye}, {"clip", run_three}, {"where", run_three},
    {"arange", run_range}, {"linspace", run_range}, {"assign", run_assign},
};

/* Compares one outcome with the fields after "->". */
static bool matches(Outcome *o, char **wanted, int count, bool sums, char *got, size_t size) {
  if (wanted[0][0] == '!') {
    snprintf(got, size, "!%s %s", o->count ? "(no error)" : core_error_name(o->error.code), o->error.text);
    return o->count == 0 && strcmp(got, wanted[0]) == 0;
  }
  if (o->count == 0 && count > 0) {
    snprintf(got, size, "!%s %s", core_error_name(o->error.code), o->error.text);
    return false;
  }
  for (int i = 0; i < count; i++) {
    golden_describe(o->arrays[i], got, size);
    char *near = strchr(wanted[i], '~');
    if (near == NULL) {
      if (strcmp(got, wanted[i]) != 0) return false;
    } else if (strncmp(got, wanted[i], (size_t)(near - wanted[i])) != 0 ||
               !golden_near(o->arrays[i], near + 1, 4, sums)) {
      return false;
    }
  }
  return count == o->count;
}

static void test_every_golden_line(void **state) {
  FILE *file = fopen(NNSH_SOURCE_DIR "/tests/golden/array.txt", "r");
  assert_non_null(file);
  static char line[1 << 16], copy[1 << 16];
  int lines = 0, failures = 0;
  while (fgets(line, sizeof line, file) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    if (line[0] == '#' || line[0] == '\0') continue;
    strcpy(copy, line);
    char *fields[GOLDEN_FIELDS] = {NULL}, *rest = copy;
    int count = 0, arrow = 0;
    while (rest != NULL && count < GOLDEN_FIELDS - 1) {
      fields[count] = strsep(&rest, "\t");
      if (strcmp(fields[count], "->") == 0) arrow = count;
      count++;
    }
    Outcome outcome = {.count = 0};
    Run *run = NULL;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
      if (strcmp(rows[i].name, fields[0]) == 0) run = rows[i].run;
    if (run == NULL) fail_msg("no row for %s", fields[0]);
    run(fields, &outcome);
    lines++;
    bool sums = run == run_product || run == run_percentile;
    char got[4096] = "";
    if (run != run_promote && !matches(&outcome, fields + arrow + 1, count - arrow - 1, sums, got, sizeof got)) {
      if (failures++ < 60) fprintf(stderr, "%.300s\n    got: %s\n", line, got);
    }
    for (int i = 0; i < outcome.count; i++) nd_release(outcome.arrays[i]);
  }
  fclose(file);
  if (failures > 0) fail_msg("%d of %d lines differ", failures, lines);
  assert_true(lines > 10000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_golden_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
