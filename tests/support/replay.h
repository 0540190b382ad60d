/* A replay program of ../shared/replay through the real binary, compared with what real Keras printed for it. */
#ifndef NNSH_TESTS_SUPPORT_REPLAY_H
#define NNSH_TESTS_SUPPORT_REPLAY_H

#include <stdbool.h>

/* Setup and teardown of a cmocka group: a data folder with mnist.npz, written from the IDX files beside the project,
 * and with CIFAR-10 where this machine has it. */
int replay_make_data(void **state);
int replay_remove_data(void **state);

/* Whether the program (and MNIST or Fashion-MNIST, where it needs it) is on this machine; else the test is skipped. */
bool replay_have(const char *program, bool mnist, bool fashion);

/* Whether CIFAR-10's batches are in $NNSH_DATA, or where Keras keeps them (~/.keras/datasets). */
bool replay_have_cifar(void);

/* Runs source/../shared/replay/<program>.py and compares its masked output with tests/golden/<golden>, saying on
 * standard error what differs. `out`, when not NULL, gets the output as it was (free). */
bool replay_matches(const char *source, const char *program, const char *golden, int seconds, char **out);

#endif
