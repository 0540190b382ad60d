#include "engine/formats/picture_library.h"

#include <dlfcn.h>

PngLibrary libpng;
JpegLibrary libjpeg;

/* The first of the names (NULL-terminated) that can be opened. */
static void *open_first(const char *const *names) {
  void *opened = NULL;
  for (; opened == NULL && *names != NULL; names++) opened = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
  return opened;
}

static bool not_loaded(const char *name, const char *package, Error *error) {
  core_fail(error, ERROR_OS, "%s could not be loaded: %s", name, dlerror());
  return core_hint(error, "install Debian's package %s", package);
}

static bool missing(void *opened, const char *library, const char *name, Error *error) {
  core_fail(error, ERROR_OS, "this %s has no function %s", library, name);
  dlclose(opened);
  return false;
}

bool png_library_load(Error *error) {
  static void *handle;
  if (handle) return true;
  static const char *const names[] = {"libpng16.so.16", "libpng16.so", "libpng.so", NULL};
  void *opened = open_first(names);
  if (opened == NULL) return not_loaded("libpng", "libpng16-16 (or libpng-dev)", error);
#define PNG_LIBRARY_FIND(name)                           \
  *(void **)&libpng.name = dlsym(opened, "png_" #name);   \
  if (!libpng.name) return missing(opened, "libpng", "png_" #name, error);
  PNG_LIBRARY_ROWS(PNG_LIBRARY_FIND)
#undef PNG_LIBRARY_FIND
  handle = opened;
  return true;
}

bool jpeg_library_load(Error *error) {
  static void *handle;
  if (handle) return true;
    /* The structs that program and library share differ between the two families: the header decides which one is
     * meant. */
#if JPEG_LIB_VERSION >= 80
  static const char *const names[] = {"libjpeg.so.8", "libjpeg.so", NULL};
#else
  static const char *const names[] = {"libjpeg.so.62", "libjpeg.so", NULL};
#endif
  void *opened = open_first(names);
  if (opened == NULL) return not_loaded("libjpeg", "libjpeg62-turbo (or libjpeg-dev)", error);
#define JPEG_LIBRARY_FIND(name)                             \
  *(void **)&libjpeg.name = dlsym(opened, "jpeg_" #name);    \
  if (!libjpeg.name) return missing(opened, "libjpeg", "jpeg_" #name, error);
  JPEG_LIBRARY_ROWS(JPEG_LIBRARY_FIND)
#undef JPEG_LIBRARY_FIND
  handle = opened;
  return true;
}
