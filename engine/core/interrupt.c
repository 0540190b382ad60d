#include "engine/core/interrupt.h"

atomic_int core_interrupts;

bool core_interrupt_take(void) { return (atomic_fetch_and(&core_interrupts, CORE_SWITCH) & (CORE_SWITCH - 1)) != 0; }
