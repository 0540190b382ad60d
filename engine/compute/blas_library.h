/* OpenBLAS, loaded when the first product is asked for. Linked at start it would cost every run two milliseconds, and
 * its own threads, which nothing here uses, would spin on the other cores for a tenth of a second. Loaded late, it is
 * told to start none. */
#ifndef NNSH_ENGINE_COMPUTE_BLAS_LIBRARY_H
#define NNSH_ENGINE_COMPUTE_BLAS_LIBRARY_H

#include <cblas.h>
#include <stdbool.h>

#define BLAS_LIBRARY_ROWS(ROW) ROW(cblas_sgemm) ROW(cblas_dgemm) ROW(cblas_sgemv) ROW(cblas_dgemv)

typedef struct BlasLibrary {
#define BLAS_LIBRARY_MEMBER(name) __typeof__(&name) name;
  BLAS_LIBRARY_ROWS(BLAS_LIBRARY_MEMBER)
#undef BLAS_LIBRARY_MEMBER
  /* What only some builds have; NULL where this one has not. The first two are exported by dynamic-dispatch builds,
   * though in no header. */
  void (*gotoblas_dynamic_quit)(void), (*gotoblas_dynamic_init)(void);
  char *(*openblas_get_corename)(void), *(*openblas_get_config)(void);
  void (*openblas_set_num_threads)(int);
} BlasLibrary;

/* The library, loaded once; NULL where there is none (blas_library_problem says why): callers then use plain loops. */
const BlasLibrary *blas_library(void);
const char *blas_library_problem(void);

/* Any function of the library by its name ("dgesdd_": LAPACK is in it), or NULL. */
void *blas_library_symbol(const char *name);

#endif
