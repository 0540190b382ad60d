/* The tiles of product64 at the avx2 level; room.cmake has the compiler's flags. */
#define W 4
#define ROWS_HIGH 4
#define LEVEL_TABLE product64_avx2
#include "engine/compute/product64_vector.inc"
