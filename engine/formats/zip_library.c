#include "engine/formats/zip_library.h"

#include <dlfcn.h>
#include <stddef.h>

ZipLibrary libzip;

static bool missing(void *opened, const char *name, Error *error) {
  core_fail(error, ERROR_OS, "this libzip has no function %s", name);
  dlclose(opened);
  return false;
}

bool zip_library_load(Error *error) {
  static void *handle;
  if (handle) return true;
  /* Debian 12 and Ubuntu 22.04 have version 4, later releases version 5: the functions used here are the same. */
  static const char *const names[] = {"libzip.so.4", "libzip.so.5", "libzip.so"};
  void *opened = NULL;
  for (size_t i = 0; !opened && i < sizeof names / sizeof *names; i++) opened = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!opened) {
    core_fail(error, ERROR_OS, "libzip could not be loaded: %s", dlerror());
    return core_hint(error, "install Debian's package libzip4 (or libzip-dev)");
  }
#define ZIP_LIBRARY_FIND(name)                                          \
  *(void **)&libzip.name = dlsym(opened, "zip_" #name);                  \
  if (!libzip.name) return missing(opened, "zip_" #name, error);
  ZIP_LIBRARY_ROWS(ZIP_LIBRARY_FIND)
#undef ZIP_LIBRARY_FIND
  handle = opened;
  return true;
}
