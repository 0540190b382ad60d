/* Python's os.path: paths as text, and what the file system says about them. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "repl/modules/builtins.h"
#include "repl/modules/os.h"

static Value path_join(const NativeRow *row, Value *arguments) {
  Tuple *parts = py_as_tuple(arguments[0]);
  if (parts->count == 0) return py_raise(&py_TypeError, "join() missing 1 required positional argument: 'a'");
  Text text = {0};
  for (int64_t i = 0; i < parts->count; i++) {
    Value held;
    const char *part = builtins_path(parts->items[i], NULL, &held);
    if (part == NULL) {
      text_free(&text);
      if (i == 0 || !py_pending_is(&py_TypeError)) return PY_ERROR;
      py_clear_pending();
      return py_raise(&py_TypeError, "join() argument must be str, bytes, or os.PathLike object, not '%s'",
                      py_type_of(parts->items[i])->name);
    }
    if (part[0] == '/') text_clear(&text);
    else if (text.length && text.data[text.length - 1] != '/') text_add_char(&text, '/');
    text_add(&text, part);
    py_drop(held);
  }
  return py_text_take(&text);
}
/* exists, isfile, isdir, islink, lexists, ismount: row->data is a letter. What is no path at all does not exist. */
static Value path_test(const NativeRow *row, Value *arguments) {
  struct stat status, above;
  char which = *(const char *)row->data;
  if (py_is_integer(arguments[0])) {
    int64_t number;
    if (!py_as_int(arguments[0], &number) || fstat((int)number, &status) != 0) return PY_FALSE;
  } else {
    Value held;
    const char *path = builtins_path(arguments[0], strchr("lL", which) ? "lstat" : "stat", &held);
    if (path == NULL) {
      if (!py_pending_is(&py_ValueError)) return PY_ERROR;
      py_clear_pending();
      return PY_FALSE;
    }
    bool found = (strchr("lLm", which) ? lstat : stat)(path, &status) == 0;
    if (found && which == 'm') {
      Text parent = {0};
      text_addf(&parent, "%s/..", path);
      found = stat(text_string(&parent), &above) == 0 &&
              (above.st_dev != status.st_dev || above.st_ino == status.st_ino);
      text_free(&parent);
    }
    py_drop(held);
    if (!found) return PY_FALSE;
  }
  switch (which) {
  case 'f': return py_bool(S_ISREG(status.st_mode));
  case 'd': return py_bool(S_ISDIR(status.st_mode));
  case 'l': return py_bool(S_ISLNK(status.st_mode));
  default: return PY_TRUE;
  }
}
static Value pair_of(Value a, Value b) {
  Value pair = py_is_error(a) || py_is_error(b) ? PY_ERROR : py_tuple_of(2, a, b);
  py_drop(a);
  py_drop(b);
  return pair;
}
/* basename, dirname, split by the last slash; splitext by the last dot behind it that is not in front. */
static Value part_of(char which, const char *path) {
  const char *slash = strrchr(path, '/');
  const char *base = slash ? slash + 1 : path;
  size_t head = (size_t)(base - path);
  while (head > 1 && path[head - 1] == '/' && strspn(path, "/") < head) head--;
  switch (which) {
  case 'b': return py_text(base);
  case 'd': return py_text_bytes(path, head);
  case 's': return pair_of(py_text_bytes(path, head), py_text(base));
  case 'r': return pair_of(py_text(""), py_text(path));
  default: {
    const char *dot = strrchr(base, '.');
    if (dot && strspn(base, ".") >= (size_t)(dot - base) + 1) dot = NULL;
    return pair_of(dot ? py_text_bytes(path, (size_t)(dot - path)) : py_text(path), py_text(dot ? dot : ""));
  }
  }
}
static Value path_part(const NativeRow *row, Value *arguments) {
  Value held;
  const char *path = builtins_path(arguments[0], NULL, &held);
  if (path == NULL) return PY_ERROR;
  Value part = part_of(*(const char *)row->data, path);
  py_drop(held);
  return part;
}
/* Without "//", "." and "x/..". Two slashes in front stay two, as POSIX wants it. */
static Value normal_path(const char *path) {
  Text text = {0};
  size_t floor = 0; /* what ".." cannot take away */
  if (path[0] == '/') {
    floor = path[1] == '/' && path[2] != '/' ? 2 : 1;
    text_add_times(&text, "/", (int)floor);
  }
  for (const char *at = path; *at;) {
    size_t length = strcspn(at, "/");
    if (length == 2 && at[0] == '.' && at[1] == '.') {
      if (text.length > floor) {
        size_t end = text.length;
        while (end > floor && text.data[end - 1] != '/') end--;
        text.length = end > floor ? end - 1 : end;
        text.data[text.length] = '\0';
      } else if (path[0] != '/') {
        text_add(&text, text.length ? "/.." : "..");
        floor = text.length;
      }
    } else if (length && !(length == 1 && at[0] == '.')) {
      if (text.length && text.data[text.length - 1] != '/') text_add_char(&text, '/');
      text_add_bytes(&text, at, length);
    }
    at += length + (at[length] == '/');
  }
  if (text.length == 0) text_add_char(&text, '.');
  return py_text_take(&text);
}
static Value absolute_path(const char *path) {
  if (path[0] == '/') return normal_path(path);
  char *here = getcwd(NULL, 0);
  if (here == NULL) return builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED);
  Text text = {0};
  text_addf(&text, "%s/%s", here, path);
  free(here);
  Value result = normal_path(text_string(&text));
  text_free(&text);
  return result;
}
/* With symbolic links followed as far as the path exists. */
static Value real_path(const char *path) {
  Value absolute = absolute_path(path);
  if (py_is_error(absolute)) return absolute;
  char *copy = core_strdup(py_as_string(absolute)->data);
  py_drop(absolute);
  if (copy == NULL) return py_raise(&py_MemoryError, "out of memory");
  char found[PATH_MAX];
  size_t end = strlen(copy), whole = end;
  for (;;) {
    char kept = copy[end];
    copy[end] = '\0';
    bool good = realpath(end ? copy : "/", found) != NULL;
    copy[end] = kept;
    if (good || end == 0) break;
    do end--;
    while (end > 0 && copy[end] != '/');
  }
  Text text = {0};
  text_add(&text, found);
  if (end < whole) text_add(&text, strcmp(found, "/") == 0 ? copy + end + 1 : copy + end);
  core_free(copy);
  return py_text_take(&text);
}
/* normpath, abspath, realpath, expanduser, normcase, isabs: row->data is a letter. */
static Value path_changed(const NativeRow *row, Value *arguments) {
  Value held, made;
  const char *path = builtins_path(arguments[0], NULL, &held);
  if (path == NULL) return PY_ERROR;
  switch (*(const char *)row->data) {
  case 'n': made = normal_path(path); break;
  case 'a': made = absolute_path(path); break;
  case 'r': made = real_path(path); break;
  case 'i': made = py_bool(path[0] == '/'); break;
  case 'u': {
    const char *home = getenv("HOME");
    bool expands = path[0] == '~' && (path[1] == '\0' || path[1] == '/') && home;
    size_t length = expands ? strlen(home) : 0;
    while (length > 1 && home[length - 1] == '/') length--;
    made = expands ? py_textf("%.*s%s", (int)length, home, path + 1) : py_text(path);
    break;
  }
  default: made = py_text(path);
  }
  py_drop(held);
  return made;
}
static Value relative_path(const char *path, const char *start) {
  Value to = absolute_path(path), from = py_is_error(to) ? PY_ERROR : absolute_path(start);
  if (py_is_error(from)) {
    py_drop(to);
    return PY_ERROR;
  }
  const char *a = py_as_string(from)->data, *b = py_as_string(to)->data;
  size_t shared = 0;
  for (size_t i = 0;; i++) {
    bool a_ends = a[i] == '/' || a[i] == '\0', b_ends = b[i] == '/' || b[i] == '\0';
    if (a_ends && b_ends) shared = i;
    if (a[i] != b[i] || a[i] == '\0') break;
  }
  Text text = {0};
  for (const char *at = a + shared; *at; at++)
    if (at[0] == '/' && at[1]) text_add(&text, text.length ? "/.." : "..");
  const char *rest = b + shared + strspn(b + shared, "/");
  if (*rest) text_addf(&text, "%s%s", text.length ? "/" : "", rest);
  if (text.length == 0) text_add_char(&text, '.');
  py_drop(to);
  py_drop(from);
  return py_text_take(&text);
}
static Value path_relative(const NativeRow *row, Value *arguments) {
  Value held = PY_UNDEFINED, held_start = PY_UNDEFINED;
  const char *path = builtins_path(arguments[0], NULL, &held), *start = ".";
  if (path && *path == '\0') {
    py_drop(held);
    return py_raise(&py_ValueError, "no path specified");
  }
  if (path && !py_is_none(arguments[1])) start = builtins_path(arguments[1], NULL, &held_start);
  Value made = path && start ? relative_path(path, start) : PY_ERROR;
  if (path) py_drop(held);
  if (start) py_drop(held_start);
  return made;
}
/* getsize, getmtime, getatime, getctime. */
static Value path_status(const NativeRow *row, Value *arguments) {
  Value held;
  const char *path = builtins_path(arguments[0], "stat", &held);
  if (path == NULL) return PY_ERROR;
  struct stat status;
  if (stat(path, &status) != 0) {
    builtins_os_error_of(held, PY_UNDEFINED);
    py_drop(held);
    return PY_ERROR;
  }
  py_drop(held);
  char which = *(const char *)row->data;
  if (which == 's') return py_int(status.st_size);
  struct timespec when = which == 'm' ? status.st_mtim : which == 'a' ? status.st_atim : status.st_ctim;
  return py_float((double)when.tv_sec + (double)when.tv_nsec * 1e-9);
}
static Value path_samefile(const NativeRow *row, Value *arguments) {
  struct stat status[2];
  for (int i = 0; i < 2; i++) {
    Value held;
    const char *path = builtins_path(arguments[i], "stat", &held);
    if (path == NULL) return PY_ERROR;
    bool failed = stat(path, &status[i]) != 0;
    if (failed) builtins_os_error_of(held, PY_UNDEFINED);
    py_drop(held);
    if (failed) return PY_ERROR;
  }
  return py_bool(status[0].st_ino == status[1].st_ino && status[0].st_dev == status[1].st_dev);
}

static const NativeRow path_rows[] = {
    {"join", "*paths", "Parts of a path joined.", path_join, NULL},
    {"exists", "path", "Whether there is such a file or folder.", path_test, "e"},
    {"lexists", "path", "The same, links not followed.", path_test, "L"},
    {"isfile", "path", "Whether it is a file.", path_test, "f"},
    {"isdir", "s", "Whether it is a folder.", path_test, "d"},
    {"islink", "path", "Whether it is a symbolic link.", path_test, "l"},
    {"ismount", "path", "Whether another file system begins there.", path_test, "m"},
    {"basename", "p", "The last part.", path_part, "b"},
    {"dirname", "p", "All but the last part.", path_part, "d"},
    {"split", "p", "All but the last part, and the last part.", path_part, "s"},
    {"splitext", "p", "The path and its extension.", path_part, "x"},
    {"splitdrive", "p", "'' and the path.", path_part, "r"},
    {"normpath", "path", "The path without detours.", path_changed, "n"},
    {"abspath", "path", "The path from the root.", path_changed, "a"},
    {"realpath", "filename, *, strict=False", "The path from the root, links followed.", path_changed, "r"},
    {"isabs", "s", "Whether it starts at the root.", path_changed, "i"},
    {"expanduser", "path", "~ as the home folder.", path_changed, "u"},
    {"normcase", "s", "The path itself.", path_changed, "c"},
    {"relpath", "path, start=None", "The path from a folder.", path_relative, NULL},
    {"getsize", "filename", "The bytes of a file.", path_status, "s"},
    {"getmtime", "filename", "When it was written, in seconds since 1970.", path_status, "m"},
    {"getatime", "filename", "When it was read.", path_status, "a"},
    {"getctime", "filename", "When it was changed.", path_status, "c"},
    {"samefile", "f1, f2", "Whether two paths lead to one file.", path_samefile, NULL},
    {0},
};

/* commonprefix, commonpath and expandvars are written in the language. */
static const char *const more[] = {"commonprefix", "commonpath", "expandvars", NULL};
static Value path_find(String *name) { return os_find_among(more, name); }
static void path_names(void (*each)(void *context, const char *name), void *context) {
  for (int i = 0; more[i]; i++) each(context, more[i]);
}
static bool fill_path(Dict *dict) {
  return py_dict_set_steal(dict, "sep", py_text("/")) && py_dict_set_name(dict, "altsep", PY_NONE) &&
         py_dict_set_steal(dict, "curdir", py_text(".")) && py_dict_set_steal(dict, "pardir", py_text("..")) &&
         py_dict_set_steal(dict, "extsep", py_text(".")) && py_dict_set_steal(dict, "pathsep", py_text(":"));
}

const ModuleRow path_module_rows[] = {{.name = "os.path|posixpath", .help = "Paths.", .functions = path_rows,
                                       .fill = fill_path, .find = path_find, .names = path_names},
                                      {0}};
