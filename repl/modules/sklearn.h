/* scikit-learn's modules: private to the sklearn_*.c files. */
#ifndef NNSH_REPL_MODULES_SKLEARN_H
#define NNSH_REPL_MODULES_SKLEARN_H

#include "engine/array/linalg.h"
#include "repl/modules/modules.h"

extern const NativeRow sklearn_metrics_rows[];
extern Type *const sklearn_preprocessing_types[];

#endif
