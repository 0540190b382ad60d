/* The tiles of product64 at the avx512 level; room.cmake has the compiler's flags. */
#define W 8
#define ROWS_HIGH 8
#define LEVEL_TABLE product64_avx512
#include "engine/compute/product64_vector.inc"
