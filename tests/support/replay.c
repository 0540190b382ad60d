#include "tests/support/replay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/dataset_files.h"
#include "tests/support/mask.h"
#include "tests/support/run.h"

static char *data;

static bool find_cifar(char *path, size_t size) {
  const char *own = getenv("NNSH_DATA"), *home = getenv("HOME");
  if (own) snprintf(path, size, "%s/cifar-10-batches-py", own);
  if (own && access(path, R_OK) == 0) return true;
  snprintf(path, size, "%s/.keras/datasets/cifar-10-batches-py", home ? home : "");
  return access(path, R_OK) == 0;
}

bool replay_have_cifar(void) {
  char path[512];
  return find_cifar(path, sizeof path);
}

int replay_make_data(void **state) {
  data = dataset_folder_new();
  char cifar[512], link[560];
  if (data && find_cifar(cifar, sizeof cifar)) {
    snprintf(link, sizeof link, "%s/cifar-10-batches-py", data);
    if (symlink(cifar, link) != 0) return -1;
  }
  if (data && dataset_have_mnist() && !dataset_write_mnist_npz(data, "mnist.npz")) return -1;
  return data ? 0 : -1;
}

int replay_remove_data(void **state) {
  dataset_folder_remove(data);
  return 0;
}

bool replay_have(const char *program, bool mnist, bool fashion) {
  char path[512];
  snprintf(path, sizeof path, "../shared/replay/%s.py", program);
  return access(path, R_OK) == 0 && (!mnist || dataset_have_mnist()) &&
         (!fashion || access("/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz", R_OK) == 0);
}

bool replay_matches(const char *source, const char *program, const char *golden, int seconds, char **out) {
  char path[512], expected_path[512], place[512];
  snprintf(path, sizeof path, "%s/../shared/replay/%s.py", source, program);
  snprintf(place, sizeof place, "NNSH_DATA=%s", data);
  const char *arguments[] = {run_binary(), path, NULL};
  const char *environment[] = {place, "COLUMNS=80", NULL};
  RunResult result = run_program(arguments, NULL, environment, seconds);
  if (result.status != 0) fprintf(stderr, "%s ended with %d:\n%s", program, result.status, result.err);
  snprintf(expected_path, sizeof expected_path, "%s/tests/golden/%s", source, golden);
  char *expected = run_read_file(expected_path), *actual = mask_text(result.out);
  bool same = result.status == 0 && expected && run_same_text(actual, expected, program);
  free(expected);
  free(actual);
  if (out) *out = strdup(result.out);
  run_free(&result);
  return same;
}
