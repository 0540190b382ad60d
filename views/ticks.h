/* Axis ticks: where they stand and how they are written. plot_ticks itself is declared in plot.h. */
#ifndef NNSH_VIEWS_TICKS_H
#define NNSH_VIEWS_TICKS_H

#include <stdbool.h>

enum { TICKS_MOST = 32 };

/* Ticks of a linear axis at whole numbers only. */
int ticks_integers(double low, double high, int most, double *ticks);
/* Ticks of a log axis: powers of ten, with 2 and 5 between where there is room. low and high are values, not logs. */
int ticks_log(double low, double high, int most, double *ticks);
/* The text of a tick, with as many decimals as all ticks of the axis need. */
void ticks_label(char out[32], double value, const double *ticks, int count);

#endif
