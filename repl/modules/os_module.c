/* Python's os and os.path. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "repl/modules/builtins.h"

/* ---- Paths as text ---- */

static Value path_join(const NativeRow *row, Value *arguments) {
  Tuple *parts = py_as_tuple(arguments[0]);
  Text text = {0};
  for (int64_t i = 0; i < parts->count; i++) {
    const char *part;
    if (!py_as_text(parts->items[i], &part)) {
      text_free(&text);
      return PY_ERROR;
    }
    if (part[0] == '/') text_clear(&text);
    else if (text.length && text.data[text.length - 1] != '/') text_add_char(&text, '/');
    text_add(&text, part);
  }
  return py_text_take(&text);
}
static Value path_test(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  struct stat status;
  if (stat(path, &status) != 0) return PY_FALSE;
  char which = *(const char *)row->data;
  return py_bool(which == 'e' || (which == 'f' ? S_ISREG(status.st_mode) : S_ISDIR(status.st_mode)));
}
static Value pair_of(Value a, Value b) {
  Value pair = py_is_error(a) || py_is_error(b) ? PY_ERROR : py_tuple_of(2, a, b);
  py_drop(a);
  py_drop(b);
  return pair;
}
/* basename, dirname, split by the last slash; splitext by the last dot behind it that is not in front. */
static Value path_part(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  const char *slash = strrchr(path, '/');
  const char *base = slash ? slash + 1 : path;
  size_t head = (size_t)(base - path);
  while (head > 1 && path[head - 1] == '/' && strspn(path, "/") < head) head--;
  switch (*(const char *)row->data) {
    case 'b': return py_text(base);
    case 'd': return py_text_bytes(path, head);
    case 's': return pair_of(py_text_bytes(path, head), py_text(base));
    default: {
      const char *dot = strrchr(base, '.');
      if (dot && strspn(base, ".") >= (size_t)(dot - base) + 1) dot = NULL;
      return pair_of(dot ? py_text_bytes(path, (size_t)(dot - path)) : py_text(path), py_text(dot ? dot : ""));
    }
  }
}
/* Without "//", "." and "x/..". */
static Value normal_path(const char *path) {
  Text text = {0};
  size_t floor = path[0] == '/' ? 1 : 0; /* what ".." cannot take away */
  if (floor) text_add_char(&text, '/');
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
  if (here == NULL) return py_raise(&py_OSError, "[Errno %d] %s", errno, strerror(errno));
  Text text = {0};
  text_addf(&text, "%s/%s", here, path);
  free(here);
  Value result = normal_path(text_string(&text));
  text_free(&text);
  return result;
}
static Value path_normal(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  return *(const char *)row->data == 'n' ? normal_path(path) : absolute_path(path);
}
static Value path_isabs(const NativeRow *row, Value *arguments) {
  const char *path;
  return py_as_text(arguments[0], &path) ? py_bool(path[0] == '/') : PY_ERROR;
}
static Value path_relative(const NativeRow *row, Value *arguments) {
  const char *path, *start = ".";
  if (!py_as_text(arguments[0], &path) || (!py_is_none(arguments[1]) && !py_as_text(arguments[1], &start)))
    return PY_ERROR;
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
static Value path_expanduser(const NativeRow *row, Value *arguments) {
  const char *path, *home = getenv("HOME");
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  if (path[0] != '~' || (path[1] && path[1] != '/') || home == NULL) return py_text(path);
  return py_textf("%s%s", home, path + 1);
}
static Value path_size(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  struct stat status;
  return stat(path, &status) == 0 ? py_int(status.st_size) : builtins_os_error(path);
}

/* ---- The file system ---- */

static Value os_getcwd(const NativeRow *row, Value *arguments) {
  char *here = getcwd(NULL, 0);
  Value result = here ? py_text(here) : py_raise(&py_OSError, "[Errno %d] %s", errno, strerror(errno));
  free(here);
  return result;
}
static Dict *variables; /* os.environ, once os is imported */
static Value os_getenv(const NativeRow *row, Value *arguments) {
  Value found = py_dict_find(variables, arguments[0]);
  return py_is_error(found) ? found : py_keep(py_is_undefined(found) ? arguments[1] : found);
}
static Value os_listdir(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  DIR *folder = opendir(path);
  if (folder == NULL) return builtins_os_error(path);
  Value list = py_list(8);
  for (struct dirent *entry; !py_is_error(list) && (entry = readdir(folder)) != NULL;) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    if (py_list_append_steal(py_as_list(list), py_text(entry->d_name))) continue;
    py_drop(list);
    list = PY_ERROR;
  }
  closedir(folder);
  return list;
}
/* mkdir, rmdir, remove, chdir: one system call on a path. row->data is its letter. */
static Value os_call(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  char which = *(const char *)row->data;
  int failed = which == 'm'   ? mkdir(path, 0777)
               : which == 'r' ? rmdir(path)
               : which == 'u' ? unlink(path)
                              : chdir(path);
  return failed ? builtins_os_error(path) : PY_NONE;
}
static Value os_rename(const NativeRow *row, Value *arguments) {
  const char *from, *to;
  if (!py_as_text(arguments[0], &from) || !py_as_text(arguments[1], &to)) return PY_ERROR;
  if (rename(from, to) == 0) return PY_NONE;
  int reason = errno;
  return py_raise(reason == ENOENT ? &py_FileNotFoundError : &py_OSError, "[Errno %d] %s: '%s' -> '%s'", reason,
                  strerror(reason), from, to);
}
static Value os_makedirs(const NativeRow *row, Value *arguments) {
  const char *path;
  bool exist_ok;
  if (!py_as_text(arguments[0], &path) || !py_as_bool(arguments[2], &exist_ok)) return PY_ERROR;
  char *copy = core_strdup(path);
  if (copy == NULL) return py_raise(&py_MemoryError, "out of memory");
  int failed = 0;
  for (char *slash = strchr(copy + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    mkdir(copy, 0777);
    *slash = '/';
  }
  struct stat status;
  if (mkdir(copy, 0777) != 0 && !(errno == EEXIST && exist_ok && stat(copy, &status) == 0 && S_ISDIR(status.st_mode)))
    failed = errno;
  core_free(copy);
  errno = failed;
  return failed == 0 ? PY_NONE : builtins_os_error(path);
}

static const NativeRow path_rows[] = {
    {"join", "*paths", "Parts of a path joined.", path_join, NULL},
    {"exists", "path", "Whether there is such a file or folder.", path_test, "e"},
    {"isfile", "path", "Whether it is a file.", path_test, "f"},
    {"isdir", "s", "Whether it is a folder.", path_test, "d"},
    {"basename", "p", "The last part.", path_part, "b"},
    {"dirname", "p", "All but the last part.", path_part, "d"},
    {"split", "p", "All but the last part, and the last part.", path_part, "s"},
    {"splitext", "p", "The path and its extension.", path_part, "x"},
    {"normpath", "path", "The path without detours.", path_normal, "n"},
    {"abspath|realpath", "path", "The path from the root.", path_normal, "a"},
    {"isabs", "s", "Whether it starts at the root.", path_isabs, NULL},
    {"relpath", "path, start=None", "The path from a folder.", path_relative, NULL},
    {"getsize", "filename", "The bytes of a file.", path_size, NULL},
    {"expanduser", "path", "~ as the home folder.", path_expanduser, NULL},
    {0},
};
static const NativeRow os_rows[] = {
    {"getcwd", "", "The current folder.", os_getcwd, NULL},
    {"getenv", "key, default=None", "A variable of the environment.", os_getenv, NULL},
    {"listdir", "path='.'", "The names in a folder.", os_listdir, NULL},
    {"mkdir", "path, mode=511", "Makes a folder.", os_call, "m"},
    {"rmdir", "path", "Removes an empty folder.", os_call, "r"},
    {"remove|unlink", "path", "Removes a file.", os_call, "u"},
    {"chdir", "path", "Changes the current folder.", os_call, "c"},
    {"rename|replace", "src, dst", "Renames a file or folder.", os_rename, NULL},
    {"makedirs", "name, mode=511, exist_ok=False", "Makes a folder and those above it.", os_makedirs, NULL},
    {0},
};
extern char **environ;
static bool fill_os(Dict *dict) {
  Value made = py_dict();
  if (py_is_error(made)) return false;
  for (char **each = environ; *each; each++) {
    const char *equals = strchr(*each, '=');
    if (equals == NULL) continue;
    Value name = py_text_bytes(*each, (size_t)(equals - *each)), value = py_text(equals + 1);
    bool good = !py_is_error(name) && !py_is_error(value) && py_dict_set(py_as_dict(made), name, value);
    py_drop(name);
    py_drop(value);
    if (good) continue;
    py_drop(made);
    return false;
  }
  variables = py_as_dict(made);
  return py_dict_set_name(dict, "environ", made) && py_dict_set_steal(dict, "sep", py_text("/")) &&
         py_dict_set_steal(dict, "name", py_text("posix")) && py_dict_set_steal(dict, "linesep", py_text("\n"));
}

const ModuleRow os_module_rows[] = {
    {.name = "os", .help = "The operating system.", .functions = os_rows, .fill = fill_os},
    {.name = "os.path", .help = "Paths.", .functions = path_rows},
    {0},
};
