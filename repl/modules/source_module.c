#include "repl/modules/source_module.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/core/memory.h"
#include "repl/language/language.h"
#include "repl/modules/builtins.h"
#include "repl/modules/session.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"

static bool is_file(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* folder/name.py or folder/name/__init__.py. */
static char *find_in(const char *folder, const char *name, bool *package) {
  Text path = {0};
  text_addf(&path, "%s%s%s/__init__.py", folder, *folder ? "/" : "", name);
  *package = true;
  if (!is_file(text_string(&path))) {
    text_clear(&path);
    text_addf(&path, "%s%s%s.py", folder, *folder ? "/" : "", name);
    *package = false;
  }
  char *found = !path.failed && is_file(text_string(&path)) ? core_strdup(text_string(&path)) : NULL;
  text_free(&path);
  return found;
}

char *source_module_find(const char *name, Dict *imported, bool *package) {
  static const char *const never[] = {"sys", "builtins", "time", "__main__"};
  for (size_t i = 0; i < sizeof never / sizeof *never; i++)
    if (strcmp(name, never[i]) == 0) return NULL;
  const char *dot = strrchr(name, '.');
  Value folders = PY_UNDEFINED;
  if (dot) {
    /* A part of a package lies in its folder. */
    Value parent = py_dict_find_name(imported, py_intern_bytes(name, (size_t)(dot - name)));
    if (!py_is_undefined(parent) && py_is(parent, &py_module_type))
      folders = py_dict_find_name(((Module *)parent.as.object)->dict, py_intern("__path__"));
  } else {
    Value sys = py_dict_find_name(imported, py_intern("sys"));
    if (py_is_undefined(sys)) { /* nobody has asked for sys yet: its path is the script's folder */
      const char *slash = session.script ? strrchr(session.script, '/') : NULL;
      char *folder = slash ? core_strndup(session.script, (size_t)(slash - session.script)) : core_strdup("");
      char *found = folder ? find_in(folder, name, package) : NULL;
      core_free(folder);
      return found;
    }
    folders = py_dict_find_name(((Module *)sys.as.object)->dict, py_intern("path"));
  }
  const Value *items;
  int64_t count;
  if (py_is_undefined(folders) || !py_sequence(folders, &items, &count)) return NULL;
  for (int64_t i = 0; i < count; i++) {
    if (!py_is_str(items[i])) continue;
    char *found = find_in(py_as_string(items[i])->data, dot ? dot + 1 : name, package);
    if (found) return found;
  }
  return NULL;
}

/* Compiles and runs text as a module whose names are its globals. `file` NULL: no __file__ (embedded). */
static Value run_text(const char *name, const char *text, size_t length, const char *file, bool package,
                      Dict *imported) {
  Value value = py_module(name, NULL);
  if (py_is_error(value)) return value;
  Dict *dict = ((Module *)value.as.object)->dict;
  bool good = file == NULL || py_dict_set_steal(dict, "__file__", py_text(file));
  if (good && package) {
    size_t folder = strlen(file) - strlen("/__init__.py");
    Value path = py_list(1);
    good = !py_is_error(path) && py_list_append_steal(py_as_list(path), py_text_bytes(file, folder)) &&
           py_dict_set_name(dict, "__path__", path);
    py_drop(path);
  }
  const char *dot = strrchr(name, '.');
  good = good && py_dict_set_steal(dict, "__package__",
                                   package ? py_text(name) : py_text_bytes(name, dot ? (size_t)(dot - name) : 0));
  String *key = py_intern(name);
  good = good && py_dict_set_name(imported, name, value);
  if (!good) {
    py_drop(value);
    return PY_ERROR;
  }
  char shown[300];
  snprintf(shown, sizeof shown, file ? "%s" : "<nnsh %s>", file ? file : name);
  Code *code = lang_compile(text, length, shown, 1, LANG_FILE);
  Value result = code ? lang_run(code, dict) : PY_ERROR;
  if (code) lang_code_release(code);
  if (py_is_error(result)) {
    Value pending = py_take_pending();
    py_dict_delete(imported, (Value){.tag = TAG_OBJECT, .as.object = &key->head});
    py_raise_value(pending);
    py_drop(pending);
    py_drop(value);
    return PY_ERROR;
  }
  py_drop(result);
  return value;
}

Value source_module_run_file(const char *name, const char *path, bool package, Dict *imported) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return builtins_os_error(path);
  Text text = {0};
  char bytes[1 << 14];
  size_t got;
  while ((got = fread(bytes, 1, sizeof bytes, file)) > 0) text_add_bytes(&text, bytes, got);
  const int problem = ferror(file) ? errno : 0;
  fclose(file);
  errno = problem;
  Value module = problem       ? builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED)
                 : text.failed ? py_raise(&py_MemoryError, "out of memory")
                               : run_text(name, text_string(&text), text.length, path, package, imported);
  text_free(&text);
  return module;
}

Value source_module_run_embedded(const char *name, Dict *imported) {
  for (const EmbeddedModule *each = embedded_modules; each->name; each++)
    if (strcmp(each->name, name) == 0) return run_text(name, each->text, each->length, NULL, false, imported);
  return PY_UNDEFINED;
}
