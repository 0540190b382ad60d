/* Python's os: the file system, the process, the environment. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "repl/modules/builtins.h"
#include "repl/modules/os.h"
#include "repl/modules/record.h"

/* ---- Records ---- */

static const RecordRow stat_row = {
    "st_mode|st_ino|st_dev|st_nlink|st_uid|st_gid|st_size|st_atime|st_mtime|st_ctime|st_atime|st_mtime|st_ctime|"
    "st_atime_ns|st_mtime_ns|st_ctime_ns|st_blksize|st_blocks",
    10, 18};
static Type stat_type = RECORD_TYPE("stat_result", "os", "What the system knows of a file.", &stat_row);
static const RecordRow size_row = {"columns|lines", 2, 2};
static Type size_type = RECORD_TYPE("terminal_size", "os", "The size of a terminal.", &size_row);
static const RecordRow name_row = {"sysname|nodename|release|version|machine", 5, 5};
static Type name_type = RECORD_TYPE("uname_result", "posix", "The names of the system.", &name_row);

static double seconds_of(struct timespec when) { return (double)when.tv_sec + (double)when.tv_nsec * 1e-9; }
static Value nanoseconds_of(struct timespec when) { return py_int((int64_t)when.tv_sec * 1000000000 + when.tv_nsec); }
static Value stat_value(const struct stat *status) {
  Value items[18] = {py_int(status->st_mode),
                     py_int((int64_t)status->st_ino),
                     py_int((int64_t)status->st_dev),
                     py_int((int64_t)status->st_nlink),
                     py_int(status->st_uid),
                     py_int(status->st_gid),
                     py_int(status->st_size),
                     py_int(status->st_atim.tv_sec),
                     py_int(status->st_mtim.tv_sec),
                     py_int(status->st_ctim.tv_sec),
                     py_float(seconds_of(status->st_atim)),
                     py_float(seconds_of(status->st_mtim)),
                     py_float(seconds_of(status->st_ctim)),
                     nanoseconds_of(status->st_atim),
                     nanoseconds_of(status->st_mtim),
                     nanoseconds_of(status->st_ctim),
                     py_int(status->st_blksize),
                     py_int(status->st_blocks)};
  return record_new(&stat_type, items);
}

/* ---- The file system ---- */

static Value os_getcwd(const NativeRow *row, Value *arguments) {
  char *here = getcwd(NULL, 0);
  Value result = here ? py_text(here) : builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED);
  free(here);
  return result;
}
/* listdir: names; entries: (name, letter) pairs, the letter telling what it is: f, d, l or '?'. */
static Value os_listdir(const NativeRow *row, Value *arguments) {
  bool pairs = *(const char *)row->data == 'e';
  Value held = PY_UNDEFINED;
  const char *path = ".";
  if (!py_is_none(arguments[0])) path = builtins_path(arguments[0], pairs ? "scandir" : "listdir", &held);
  if (path == NULL) return PY_ERROR;
  DIR *folder = opendir(path);
  if (folder == NULL) {
    builtins_os_error_of(py_is_undefined(held) ? PY_UNDEFINED : held, PY_UNDEFINED);
    py_drop(held);
    return PY_ERROR;
  }
  py_drop(held);
  Value list = py_list(8);
  for (struct dirent *entry; !py_is_error(list) && (entry = readdir(folder)) != NULL;) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    Value item = py_text(entry->d_name);
    if (pairs && !py_is_error(item)) {
      Value letter = py_text(entry->d_type == DT_REG   ? "f"
                             : entry->d_type == DT_DIR ? "d"
                             : entry->d_type == DT_LNK ? "l"
                                                       : "?");
      Value name = item;
      item = py_is_error(letter) ? letter : py_tuple_of(2, name, letter);
      py_drop(name);
      py_drop(letter);
    }
    if (py_list_append_steal(py_as_list(list), item)) continue;
    py_drop(list);
    list = PY_ERROR;
  }
  closedir(folder);
  return list;
}
/* mkdir, rmdir, remove, chdir, chmod, truncate, access: calls on one path with at most one number. row->data is its
 * letter. */
static Value os_call(const NativeRow *row, Value *arguments) {
  char which = *(const char *)row->data;
  int64_t number = 0;
  Value held;
  char function[16]; /* the row's first name */
  snprintf(function, sizeof function, "%.*s", (int)strcspn(row->name, "|"), row->name);
  const char *path = builtins_path(arguments[0], function, &held);
  if (path == NULL) return PY_ERROR;
  if ((which == 'm' || which == 'h' || which == 'a' || which == 't') && !py_as_int(arguments[1], &number)) {
    py_drop(held);
    return PY_ERROR;
  }
  int failed = which == 'm'   ? mkdir(path, (mode_t)number)
               : which == 'r' ? rmdir(path)
               : which == 'u' ? unlink(path)
               : which == 'h' ? chmod(path, (mode_t)number)
               : which == 't' ? truncate(path, number)
               : which == 'a' ? access(path, (int)number)
                              : chdir(path);
  if (failed && which != 'a') builtins_os_error_of(held, PY_UNDEFINED);
  py_drop(held);
  return which == 'a' ? py_bool(!failed) : failed ? PY_ERROR : PY_NONE;
}
/* rename, replace, link, symlink. */
static Value os_pair(const NativeRow *row, Value *arguments) {
  Value from_held, to_held;
  char which = *(const char *)row->data;
  char function[16];
  snprintf(function, sizeof function, "%.*s", (int)strcspn(row->name, "|"), row->name);
  const char *from = builtins_path(arguments[0], NULL, &from_held);
  if (from == NULL) {
    if (!py_pending_is(&py_TypeError)) return PY_ERROR;
    py_clear_pending();
    return py_raise(&py_TypeError, "%s: src should be string, bytes or os.PathLike, not %s", function,
                    py_type_of(arguments[0])->name);
  }
  const char *to = builtins_path(arguments[1], NULL, &to_held);
  if (to == NULL) {
    py_drop(from_held);
    if (!py_pending_is(&py_TypeError)) return PY_ERROR;
    py_clear_pending();
    return py_raise(&py_TypeError, "%s: dst should be string, bytes or os.PathLike, not %s", function,
                    py_type_of(arguments[1])->name);
  }
  int failed = which == 'r' ? rename(from, to) : which == 'l' ? link(from, to) : symlink(from, to);
  if (failed) builtins_os_error_of(from_held, to_held);
  py_drop(from_held);
  py_drop(to_held);
  return failed ? PY_ERROR : PY_NONE;
}
static Value os_makedirs(const NativeRow *row, Value *arguments) {
  bool exist_ok;
  int64_t mode;
  Value held;
  if (!py_as_int(arguments[1], &mode) || !py_as_bool(arguments[2], &exist_ok)) return PY_ERROR;
  const char *path = builtins_path(arguments[0], NULL, &held);
  if (path == NULL) return PY_ERROR;
  char *copy = core_strdup(path);
  if (copy == NULL) {
    py_drop(held);
    return py_raise(&py_MemoryError, "out of memory");
  }
  size_t length = strlen(copy);
  while (length > 1 && copy[length - 1] == '/') copy[--length] = '\0';
  int failed = 0;
  struct stat status;
  /* The first part that cannot be made is the one complained about. */
  for (char *slash = length ? strchr(copy + 1, '/') : NULL; slash && !failed; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    if (mkdir(copy, 0777) != 0 && errno != EEXIST && stat(copy, &status) != 0) failed = errno;
    if (!failed) *slash = '/';
  }
  if (!failed && mkdir(copy, (mode_t)mode) != 0 &&
      !(exist_ok && stat(copy, &status) == 0 && S_ISDIR(status.st_mode)))
    failed = errno == 0 ? EEXIST : errno;
  if (failed == ENOENT && *path == '\0') failed = ENOENT;
  errno = failed;
  Value result = PY_NONE;
  if (failed && strlen(copy) == length) result = builtins_os_error_of(held, PY_UNDEFINED);
  else if (failed) result = builtins_os_error(copy);
  core_free(copy);
  py_drop(held);
  return result;
}
/* stat and lstat; fstat where a number is given. */
static Value os_stat(const NativeRow *row, Value *arguments) {
  struct stat status;
  bool follow = row->data == NULL;
  if (follow && !py_as_bool(arguments[1], &follow)) return PY_ERROR;
  if (py_is_integer(arguments[0])) {
    int64_t number;
    if (!py_as_int(arguments[0], &number)) return PY_ERROR;
    return fstat((int)number, &status) == 0 ? stat_value(&status) : builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED);
  }
  Value held;
  const char *path = builtins_path(arguments[0], follow ? "stat" : "lstat", &held);
  if (path == NULL) return PY_ERROR;
  bool failed = (follow ? stat : lstat)(path, &status) != 0;
  if (failed) builtins_os_error_of(held, PY_UNDEFINED);
  py_drop(held);
  return failed ? PY_ERROR : stat_value(&status);
}
static Value os_readlink(const NativeRow *row, Value *arguments) {
  Value held;
  char target[4096];
  const char *path = builtins_path(arguments[0], "readlink", &held);
  if (path == NULL) return PY_ERROR;
  ssize_t length = readlink(path, target, sizeof target);
  if (length < 0) builtins_os_error_of(held, PY_UNDEFINED);
  py_drop(held);
  return length < 0 ? PY_ERROR : py_text_bytes(target, (size_t)length);
}
/* utime(path, times=None): (access, modification) in seconds. */
static Value os_utime(const NativeRow *row, Value *arguments) {
  struct timespec times[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
  const Value *items;
  int64_t count;
  if (!py_is_none(arguments[1])) {
    if (!py_sequence(arguments[1], &items, &count) || count != 2)
      return py_raise(&py_TypeError, "utime: 'times' must be either a tuple of two ints or None");
    for (int i = 0; i < 2; i++) {
      double seconds;
      if (!py_as_double(items[i], &seconds)) return PY_ERROR;
      times[i].tv_sec = (time_t)seconds;
      times[i].tv_nsec = (long)((seconds - (double)times[i].tv_sec) * 1e9);
    }
  }
  Value held;
  const char *path = builtins_path(arguments[0], "utime", &held);
  if (path == NULL) return PY_ERROR;
  bool failed = utimensat(AT_FDCWD, path, times, 0) != 0;
  if (failed) builtins_os_error_of(held, PY_UNDEFINED);
  py_drop(held);
  return failed ? PY_ERROR : PY_NONE;
}
/* open(path, flags, mode=0o777): a number of the system's. */
static Value os_open(const NativeRow *row, Value *arguments) {
  int64_t flags, mode;
  Value held;
  if (!py_as_int(arguments[1], &flags) || !py_as_int(arguments[2], &mode)) return PY_ERROR;
  const char *path = builtins_path(arguments[0], "open", &held);
  if (path == NULL) return PY_ERROR;
  int number = open(path, (int)flags | O_CLOEXEC, (mode_t)mode);
  if (number < 0) builtins_os_error_of(held, PY_UNDEFINED);
  py_drop(held);
  return number < 0 ? PY_ERROR : py_int(number);
}
/* close, isatty, on a number. */
static Value os_number(const NativeRow *row, Value *arguments) {
  int64_t number;
  if (!py_as_int(arguments[0], &number)) return PY_ERROR;
  if (*(const char *)row->data == 'i') return py_bool(isatty((int)number));
  return close((int)number) == 0 ? PY_NONE : builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED);
}
static Value os_read(const NativeRow *row, Value *arguments) {
  int64_t number, most;
  if (!py_as_int(arguments[0], &number) || !py_as_int(arguments[1], &most)) return PY_ERROR;
  if (most < 0 || most > (int64_t)1 << 40) return py_raise(&py_OSError, "[Errno 22] Invalid argument");
  char *bytes = core_alloc((size_t)most);
  if (bytes == NULL) return py_raise(&py_MemoryError, "out of memory");
  ssize_t got = read((int)number, bytes, (size_t)most);
  Value made = got < 0 ? builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED) : py_bytes(bytes, (size_t)got);
  core_free(bytes);
  return made;
}
static Value os_write(const NativeRow *row, Value *arguments) {
  int64_t number;
  if (!py_as_int(arguments[0], &number)) return PY_ERROR;
  if (!py_is_bytes(arguments[1]))
    return py_raise(&py_TypeError, "a bytes-like object is required, not '%s'", py_type_of(arguments[1])->name);
  sink_flush(&py_stdout);
  ssize_t put = write((int)number, py_as_bytes(arguments[1])->data, (size_t)py_as_bytes(arguments[1])->count);
  return put < 0 ? builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED) : py_int(put);
}

/* ---- The process ---- */

/* getpid and the like: row->data is a letter. */
static Value os_count(const NativeRow *row, Value *arguments) {
  switch (*(const char *)row->data) {
  case 'p': return py_int(getpid());
  case 'P': return py_int(getppid());
  case 'u': return py_int(getuid());
  case 'g': return py_int(getgid());
  case 'c': return py_int(sysconf(_SC_NPROCESSORS_ONLN));
  default: {
    cpu_set_t set;
    return py_int(sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1);
  }
  }
}
static Value os_urandom(const NativeRow *row, Value *arguments) {
  int64_t count;
  if (!py_as_int(arguments[0], &count)) return PY_ERROR;
  if (count < 0) return py_raise(&py_ValueError, "negative argument not allowed");
  char *bytes = core_alloc((size_t)count);
  if (bytes == NULL) return py_raise(&py_MemoryError, "out of memory");
  for (int64_t at = 0; at < count;) {
    ssize_t got = getrandom(bytes + at, (size_t)(count - at), 0);
    if (got > 0) at += got;
    else if (errno != EINTR) break;
  }
  Value made = py_bytes(bytes, (size_t)count);
  core_free(bytes);
  return made;
}
static Value os_terminal_size(const NativeRow *row, Value *arguments) {
  struct winsize size;
  int64_t number;
  if (!py_as_int(arguments[0], &number)) return PY_ERROR;
  if (ioctl((int)number, TIOCGWINSZ, &size) != 0) return builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED);
  Value items[2] = {py_int(size.ws_col), py_int(size.ws_row)};
  return record_new(&size_type, items);
}
static Value os_uname(const NativeRow *row, Value *arguments) {
  struct utsname names;
  if (uname(&names) != 0) return builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED);
  Value items[5] = {py_text(names.sysname), py_text(names.nodename), py_text(names.release), py_text(names.version),
                    py_text(names.machine)};
  return record_new(&name_type, items);
}
static Value os_strerror(const NativeRow *row, Value *arguments) {
  int64_t number;
  return py_as_int(arguments[0], &number) ? py_text(strerror((int)number)) : PY_ERROR;
}
static Value os_getlogin(const NativeRow *row, Value *arguments) {
  const struct passwd *entry = getpwuid(getuid());
  if (entry == NULL) return builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED);
  return py_text(entry->pw_name);
}
/* What the process itself hands on: os.environ is kept in step by python/_os.py. */
static Value os_putenv(const NativeRow *row, Value *arguments) {
  const char *name, *value;
  if (!py_as_text(arguments[0], &name) || !py_as_text(arguments[1], &value)) return PY_ERROR;
  if (*name == '\0' || strchr(name, '=')) return py_raise(&py_ValueError, "illegal environment variable name");
  return setenv(name, value, 1) == 0 ? PY_NONE : builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED);
}
static Value os_unsetenv(const NativeRow *row, Value *arguments) {
  const char *name;
  if (!py_as_text(arguments[0], &name)) return PY_ERROR;
  return unsetenv(name) == 0 ? PY_NONE : builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED);
}
extern char **environ;
static Value os_variables(const NativeRow *row, Value *arguments) {
  Value made = py_dict();
  for (char **each = environ; !py_is_error(made) && *each; each++) {
    const char *equals = strchr(*each, '=');
    if (equals == NULL) continue;
    Value name = py_text_bytes(*each, (size_t)(equals - *each)), value = py_text(equals + 1);
    bool good = !py_is_error(name) && !py_is_error(value) && py_dict_set(py_as_dict(made), name, value);
    py_drop(name);
    py_drop(value);
    if (good) continue;
    py_drop(made);
    made = PY_ERROR;
  }
  return made;
}
static Value os_disk(const NativeRow *row, Value *arguments) {
  struct statvfs status;
  Value held;
  const char *path = builtins_path(arguments[0], "statvfs", &held);
  if (path == NULL) return PY_ERROR;
  bool failed = statvfs(path, &status) != 0;
  if (failed) builtins_os_error_of(held, PY_UNDEFINED);
  py_drop(held);
  if (failed) return PY_ERROR;
  int64_t unit = (int64_t)status.f_frsize;
  return py_tuple_of(3, py_int((int64_t)status.f_blocks * unit),
                     py_int(((int64_t)status.f_blocks - (int64_t)status.f_bfree) * unit),
                     py_int((int64_t)status.f_bavail * unit));
}

static const NativeRow os_rows[] = {
    {"getcwd", "", "The current folder.", os_getcwd, NULL},
    {"listdir", "path=None", "The names in a folder.", os_listdir, "l"},
    {"mkdir", "path, mode=511", "Makes a folder.", os_call, "m"},
    {"rmdir", "path", "Removes an empty folder.", os_call, "r"},
    {"remove", "path", "Removes a file.", os_call, "u"},
    {"unlink", "path", "Removes a file.", os_call, "u"},
    {"chdir", "path", "Changes the current folder.", os_call, "c"},
    {"chmod", "path, mode", "Changes who may do what with a file.", os_call, "h"},
    {"truncate", "path, length", "Cuts a file off.", os_call, "t"},
    {"access", "path, mode", "Whether a file may be read, written, run.", os_call, "a"},
    {"rename", "src, dst", "Renames a file or folder.", os_pair, "r"},
    {"replace", "src, dst", "Renames a file or folder.", os_pair, "r"},
    {"link", "src, dst", "A second name of a file.", os_pair, "l"},
    {"symlink", "src, dst, target_is_directory=False", "A symbolic link.", os_pair, "s"},
    {"makedirs", "name, mode=511, exist_ok=False", "Makes a folder and those above it.", os_makedirs, NULL},
    {"stat", "path, *, follow_symlinks=True", "What the system knows of a file.", os_stat, NULL},
    {"lstat", "path", "The same of a link itself.", os_stat, "l"},
    {"readlink", "path", "Where a symbolic link leads.", os_readlink, NULL},
    {"utime", "path, times=None", "Sets when a file was read and written.", os_utime, NULL},
    {"open", "path, flags, mode=511", "Opens a file as a number of the system's.", os_open, NULL},
    {"close", "fd", "Closes such a number.", os_number, "c"},
    {"isatty", "fd, /", "Whether it is a terminal.", os_number, "i"},
    {"read", "fd, length, /", "Reads from such a number.", os_read, NULL},
    {"write", "fd, data, /", "Writes to such a number.", os_write, NULL},
    {"getpid", "", "The number of this process.", os_count, "p"},
    {"getppid", "", "The number of the process that started it.", os_count, "P"},
    {"getuid|geteuid", "", "The number of the user.", os_count, "u"},
    {"getgid|getegid", "", "The number of the group.", os_count, "g"},
    {"cpu_count", "", "How many processors there are.", os_count, "c"},
    {"urandom", "size, /", "Random bytes from the system.", os_urandom, NULL},
    {"get_terminal_size", "fd=1, /", "The size of the terminal.", os_terminal_size, NULL},
    {"uname", "", "The names of the system.", os_uname, NULL},
    {"strerror", "code, /", "The text of an error number.", os_strerror, NULL},
    {"getlogin", "", "The name of the user.", os_getlogin, NULL},
    {"putenv", "name, value, /", "Sets a variable of the environment.", os_putenv, NULL},
    {"unsetenv", "name, /", "Removes a variable of the environment.", os_unsetenv, NULL},
    {0},
};
/* What python/_os.py builds on. */
static const NativeRow system_rows[] = {
    {"entries", "path=None, /", "Names of a folder, and what they are.", os_listdir, "e"},
    {"variables", "", "The variables of the environment.", os_variables, NULL},
    {"disk", "path, /", "Bytes of a disk: all, used, free.", os_disk, NULL},
    {0},
};

static const char *const more[] = {"environ",  "environb", "getenv",     "walk",      "scandir",    "DirEntry",
                                   "PathLike", "fspath",   "removedirs", "renames",   "system",     "popen",
                                   "execv",    "fork",     "kill",       "fdopen",    "startfile",  "get_exec_path",
                                   "fsencode", "fsdecode", "getcwdb",    "_exit",     NULL};
Value os_find_among(const char *const *list, String *name) {
  for (int i = 0; list[i]; i++) {
    if (strcmp(list[i], name->data) != 0) continue;
    Value module = modules_import("_os");
    if (py_is_error(module)) return module;
    Value found = py_find_attr(module, name);
    py_drop(module);
    return found;
  }
  return PY_UNDEFINED;
}
static Value os_find(String *name) { return os_find_among(more, name); }
static void os_names(void (*each)(void *context, const char *name), void *context) {
  for (int i = 0; more[i]; i++) each(context, more[i]);
}
static bool fill_os(Dict *dict) {
  static const struct {
    const char *name;
    int64_t value;
  } numbers[] = {{"F_OK", F_OK},         {"R_OK", R_OK},       {"W_OK", W_OK},         {"X_OK", X_OK},
                 {"O_RDONLY", O_RDONLY}, {"O_WRONLY", O_WRONLY}, {"O_RDWR", O_RDWR},   {"O_CREAT", O_CREAT},
                 {"O_EXCL", O_EXCL},     {"O_TRUNC", O_TRUNC}, {"O_APPEND", O_APPEND}, {"SEEK_SET", 0},
                 {"SEEK_CUR", 1},        {"SEEK_END", 2}};
  static const char *const texts[][2] = {{"sep", "/"},    {"name", "posix"}, {"linesep", "\n"},       {"curdir", "."},
                                         {"pardir", ".."}, {"extsep", "."},  {"pathsep", ":"},
                                         {"devnull", "/dev/null"}, {"defpath", "/bin:/usr/bin"}};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    if (!py_dict_set_name(dict, numbers[i].name, py_int(numbers[i].value))) return false;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    if (!py_dict_set_steal(dict, texts[i][0], py_text(texts[i][1]))) return false;
  return py_dict_set_name(dict, "altsep", PY_NONE) &&
         py_dict_set_steal(dict, "error", py_type_value(&py_OSError));
}
static Type *const types[] = {&stat_type, &size_type, &name_type, NULL};

const ModuleRow os_module_rows[] = {
    {.name = "os|posix", .help = "The operating system.", .functions = os_rows, .types = types, .fill = fill_os,
     .find = os_find, .names = os_names},
    {.name = "_system", .help = "The native half of python/_os.py.", .functions = system_rows},
    {0},
};
