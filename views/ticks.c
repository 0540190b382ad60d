#include "views/ticks.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "views/plot.h"

/* The multiples of step in [low, high], at most `most`; -1 where there are more. */
static int multiples(double low, double high, double step, int most, double *ticks) {
  double first = ceil(low / step - 1e-9), last = floor(high / step + 1e-9);
  if (!(last - first < most) || fabs(first) > 1e15) return -1; /* beyond that i + 1 is i */
  int count = 0;
  for (double i = first; i <= last && count < most; i++) ticks[count++] = i == 0 ? 0 : i * step;
  return count;
}

int plot_ticks(double low, double high, int most, double *ticks) {
  static const double steps[] = {1, 2, 2.5, 5};
  if (most > TICKS_MOST) most = TICKS_MOST;
  if (most < 1 || !isfinite(low) || !isfinite(high) || !(high > low)) return 0;
  double range = high * 0.5 - low * 0.5; /* half the range cannot overflow */
  if (!(range > 1e-305)) return 0;
  int power = (int)floor(log10(range / most)) - 1;
  for (; power <= 308; power++)
    for (int i = 0; i < 4; i++) {
      double step = steps[i] * pow(10, power);
      if (!isfinite(step) || step == 0) continue;
      int count = multiples(low, high, step, most, ticks);
      if (count >= 0) return count;
    }
  return 0;
}

int ticks_integers(double low, double high, int most, double *ticks) {
  static const double steps[] = {1, 2, 5};
  if (most > TICKS_MOST) most = TICKS_MOST;
  if (most < 1 || !(high >= low) || high > 1e15 || low < -1e15) return 0;
  for (double power = 1; power < 1e16; power *= 10)
    for (int i = 0; i < 3; i++) {
      int count = multiples(low, high, steps[i] * power, most, ticks);
      if (count >= 0) return count;
    }
  return 0;
}

int ticks_log(double low, double high, int most, double *ticks) {
  static const double parts[] = {1, 2, 5};
  if (most > TICKS_MOST) most = TICKS_MOST;
  if (most < 1 || !(low > 0) || !(high >= low) || !isfinite(high)) return 0;
  int from = (int)floor(log10(low)), to = (int)ceil(log10(high));
  for (int kinds = 3; kinds >= 1; kinds -= 2)
    for (int every = 1; every <= 1024; every *= 2) {
      if (kinds == 3 && every > 1) break;
      int count = 0;
      for (int power = from; power <= to && count <= most; power++)
        for (int i = 0; i < kinds && count <= most && (power % every == 0); i++) {
          double value = parts[i] * pow(10, power);
          if (value < low * (1 - 1e-12) || value > high * (1 + 1e-12)) continue;
          if (count < most) ticks[count] = value;
          count++;
        }
      if (count <= most) return count;
    }
  return 0;
}

void ticks_label(char out[32], double value, const double *ticks, int count) {
  double largest = 0;
  for (int i = 0; i < count; i++)
    if (fabs(ticks[i]) > largest) largest = fabs(ticks[i]);
  if (largest >= 1e6 || (largest > 0 && largest < 1e-4)) {
    snprintf(out, 32, "%.3g", value);
    return;
  }
  /* The fewest decimals that show every tick as it is. */
  int decimals = 0;
  for (; decimals < 6; decimals++) {
    bool exact = true;
    for (int i = 0; i < count && exact; i++) {
      double scaled = ticks[i] * pow(10, decimals);
      exact = fabs(scaled - round(scaled)) < 1e-6 * fmax(1, fabs(scaled));
    }
    if (exact) break;
  }
  snprintf(out, 32, "%.*f", decimals, value);
}
