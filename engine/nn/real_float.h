/* A file of kernels is compiled once for each float type: it is included after this header and again after
 * real_double.h. REAL: the type; T(name): its names; MATH(f): its libm; KERNELS: its vector kernels; GEMM: its product.
 */
#undef REAL
#undef T
#undef MATH
#undef KERNELS
#undef GEMM
#define REAL float
#define T(name) name##_float
#define MATH(function) function##f
#define KERNELS kernels()
#define GEMM blas_sgemm
