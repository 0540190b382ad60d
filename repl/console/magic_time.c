/* %time and %timeit. With --stable no durations are printed. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "repl/console/console.h"
#include "repl/console/magic.h"
#include "repl/modules/session.h"

typedef struct Moment {
  double wall, user, system;
} Moment;

static Moment moment_now(void) {
  struct timespec now;
  struct rusage usage;
  clock_gettime(CLOCK_MONOTONIC, &now);
  getrusage(RUSAGE_SELF, &usage);
  return (Moment){(double)now.tv_sec + (double)now.tv_nsec * 1e-9,
                  (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec * 1e-6,
                  (double)usage.ru_stime.tv_sec + (double)usage.ru_stime.tv_usec * 1e-6};
}

/* "1.25 ms", "3.4 s", "2min 5s": three digits of the unit that fits. */
static const char *duration(double seconds, char text[32]) {
  static const struct {
    double least;
    const char *unit;
  } units[] = {{1, "s"}, {1e-3, "ms"}, {1e-6, "\xC2\xB5s"}, {0, "ns"}};
  if (seconds >= 60) {
    long whole = lround(seconds);
    if (whole >= 3600) snprintf(text, 32, "%ldh %ldmin %lds", whole / 3600, whole / 60 % 60, whole % 60);
    else snprintf(text, 32, "%ldmin %lds", whole / 60, whole % 60);
    return text;
  }
  int i = 0;
  while (seconds < units[i].least) i++;
  snprintf(text, 32, "%.3g %s", seconds / (units[i].least > 0 ? units[i].least : 1e-9), units[i].unit);
  return text;
}

Value magic_time(const CommandRow *row, const char *argument, const char *body) {
  const char *code = body ? body : argument;
  Moment before = moment_now();
  Value value = console_evaluate(code, strlen(code), body ? NULL : "<timed exec>");
  Moment after = moment_now();
  if (py_is_error(value) || session.stable) return value;
  char user[32], system[32], total[32], wall[32];
  double user_time = after.user - before.user, system_time = after.system - before.system;
  Text text = {0};
  text_addf(&text, "CPU times: user %s, sys: %s, total: %s\nWall time: %s\n", duration(user_time, user),
            duration(system_time, system), duration(user_time + system_time, total),
            duration(after.wall - before.wall, wall));
  sink_write(&py_stdout, text_string(&text), text.length);
  text_free(&text);
  return value;
}

/* Reads `-n 5`, `-n5` and `-r 3` in front of the statement; -1 where not given. */
static const char *read_counts(const char *argument, long *loops, long *runs) {
  *loops = *runs = -1;
  while (argument[0] == '-' && strchr("nrqot", argument[1]) && argument[1]) {
    long *into = argument[1] == 'n' ? loops : argument[1] == 'r' ? runs : NULL;
    argument += 2;
    char *end = (char *)argument;
    if (into) *into = strtol(argument, &end, 10);
    argument = end;
    while (*argument == ' ') argument++;
  }
  return argument;
}

/* A function of the statement in a loop, so that the call is not measured; names are __main__'s, as in IPython. */
static Value make_loop(const char *setup, const char *code) {
  Text text = {0};
  text_add(&text, "def _nnsh_timeit(_nnsh_loops):\n");
  if (*setup) text_addf(&text, "    %s\n", setup);
  text_add(&text, "    for _nnsh_loop in range(_nnsh_loops):\n");
  for (const char *at = code; *at;) {
    size_t length = strcspn(at, "\n");
    text_add(&text, "        ");
    text_add_bytes(&text, at, length);
    text_add_char(&text, '\n');
    at += length + (at[length] == '\n');
  }
  if (*code == '\0') text_add(&text, "        pass\n");
  Value made = console_evaluate(text_string(&text), text.length, "<magic-timeit>");
  text_free(&text);
  if (py_is_error(made)) return made;
  py_drop(made);
  String *name = py_intern("_nnsh_timeit");
  Value loop = py_keep(py_dict_find_name(console_globals(), name));
  py_dict_delete(console_globals(), (Value){.tag = TAG_OBJECT, .as.object = &name->head});
  return loop;
}

/* Seconds of `loops` turns, or -1 with an exception pending. */
static double run_loop(Value loop, long loops) {
  Value count = py_int(loops);
  double before = moment_now().wall;
  Value done = py_call_values(loop, &count, 1);
  double seconds = moment_now().wall - before;
  if (py_is_error(done)) return -1;
  py_drop(done);
  return seconds;
}

enum { MOST_RUNS = 1000 };

static Value measure(Value loop, long loops, long runs) {
  double seconds = 0, best[MOST_RUNS];
  if (loops <= 0)
    for (loops = 1; loops < 1000000000; loops *= 10)
      if ((seconds = run_loop(loop, loops)) < 0 || seconds >= 0.02) break;
  if (runs <= 0) runs = seconds < 0.3 ? 7 : 3; /* what takes long is measured less often */
  if (runs > MOST_RUNS) runs = MOST_RUNS;
  double mean = 0, spread = 0;
  for (long i = 0; i < runs && seconds >= 0; i++) {
    if ((seconds = run_loop(loop, loops)) >= 0) mean += best[i] = seconds / (double)loops;
  }
  if (seconds < 0) return PY_ERROR;
  mean /= (double)runs;
  for (long i = 0; i < runs; i++) spread += (best[i] - mean) * (best[i] - mean);
  char mean_text[32], spread_text[32];
  Text text = {0};
  text_addf(&text, "%s \xC2\xB1 %s per loop (mean \xC2\xB1 std. dev. of %ld run%s, ", duration(mean, mean_text),
            duration(sqrt(spread / (double)runs), spread_text), runs, runs == 1 ? "" : "s");
  char digits[32];
  int count = snprintf(digits, sizeof digits, "%ld", loops);
  for (int i = 0; i < count; i++) {
    if (i && (count - i) % 3 == 0) text_add_char(&text, ',');
    text_add_char(&text, digits[i]);
  }
  text_addf(&text, " loop%s each)\n", loops == 1 ? "" : "s");
  if (!session.stable) sink_write(&py_stdout, text_string(&text), text.length);
  text_free(&text);
  return PY_NONE;
}

Value magic_timeit(const CommandRow *row, const char *argument, const char *body) {
  long loops, runs;
  argument = read_counts(argument, &loops, &runs);
  Value loop = make_loop(body ? argument : "", body ? body : argument);
  if (py_is_error(loop)) return loop;
  Value result = measure(loop, loops, runs);
  py_drop(loop);
  return result;
}
