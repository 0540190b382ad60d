#include "engine/core/interrupt.h"

atomic_int core_interrupts;

bool core_interrupt_take(void) { return atomic_exchange(&core_interrupts, 0) != 0; }
