#include "engine/compute/blas_library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static void *handle;
static BlasLibrary library;
static char problem[256];

static void *find(const char *name) { return handle ? dlsym(handle, name) : NULL; }

static void load(void) {
  static const char *const names[] = {"libopenblas.so.0", "libopenblas.so"};
  /* OpenBLAS reads this while it is loaded, and starts so many threads. Programs that we start shall see what the user
   * set. */
  static const char variable[] = "OPENBLAS_NUM_THREADS";
  const char *set = getenv(variable);
  char kept[32] = "";
  if (set) snprintf(kept, sizeof kept, "%s", set);
  setenv(variable, "1", 1);
  for (size_t i = 0; !handle && i < sizeof names / sizeof *names; i++) handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (set) setenv(variable, kept, 1);
  else unsetenv(variable);
  if (!handle) {
    const char *why = dlerror();
    snprintf(problem, sizeof problem, "OpenBLAS could not be loaded: %s", why ? why : "unknown");
    return;
  }
#define BLAS_LIBRARY_FIND(name)                                                                   \
  *(void **)&library.name = find(#name);                                                          \
  if (!library.name) snprintf(problem, sizeof problem, "this OpenBLAS has no function %s", #name);
  BLAS_LIBRARY_ROWS(BLAS_LIBRARY_FIND)
  if (problem[0]) {
    dlclose(handle);
    handle = NULL;
    return;
  }
  *(void **)&library.gotoblas_dynamic_quit = find("gotoblas_dynamic_quit");
  *(void **)&library.gotoblas_dynamic_init = find("gotoblas_dynamic_init");
  *(void **)&library.openblas_get_corename = find("openblas_get_corename");
  *(void **)&library.openblas_get_config = find("openblas_get_config");
  *(void **)&library.openblas_set_num_threads = find("openblas_set_num_threads");
}

const BlasLibrary *blas_library(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return handle ? &library : NULL;
}

const char *blas_library_problem(void) { return problem; }

void *blas_library_symbol(const char *name) { return blas_library() ? find(name) : NULL; }
