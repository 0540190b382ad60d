/* Two compilations of kernels_plain.inc. */
#include "engine/compute/kernels_plain.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include <Random123/philox.h>

#define REAL float
#define PLAIN(name) name##_f32
#define MATH(name) name##f
#define TABLE kernels_plain_f32
#define TABLE_TYPE Kernels
#include "engine/compute/kernels_plain.inc"
#undef REAL
#undef PLAIN
#undef MATH
#undef TABLE
#undef TABLE_TYPE

#define REAL double
#define PLAIN(name) name##_f64
#define MATH(name) name
#define TABLE kernels_plain_f64
#define TABLE_TYPE KernelsFloat64
#include "engine/compute/kernels_plain.inc"
