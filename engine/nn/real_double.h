/* See real_float.h: the plain twins. */
#undef REAL
#undef T
#undef MATH
#undef KERNELS
#undef GEMM
#define REAL double
#define T(name) name##_double
#define MATH(function) function
#define KERNELS (&kernels_plain_f64)
#define GEMM blas_dgemm
