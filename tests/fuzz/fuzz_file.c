/* Array files: the same bytes as .npy, .npz, and IDX with and without gzip. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "engine/array/print.h"
#include "engine/formats/formats.h"
#include "tests/fuzz/fuzz.h"

static void use(NdArray *array) {
  if (array == NULL) return;
  if (array->size > 0 && array->size < 1000) {
    Text text = {0};
    nd_print_repr(&text, array);
    text_free(&text);
  }
  nd_release(array);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Error error = {0};
  use(npy_parse((const char *)data, size, "fuzz.npy", &error));
  error = (Error){0};
  use(idx_parse((const char *)data, size, "fuzz", &error));
  int fd = memfd_create("fuzz", 0);
  if (fd < 0 || write(fd, data, size) != (ssize_t)size) abort();
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  error = (Error){0};
  use(idx_read(path, &error));
  error = (Error){0};
  Npz *npz = npz_open(path, &error);
  for (int i = 0; npz && i < npz_count(npz) && i < 8; i++) {
    error = (Error){0};
    use(npz_read(npz, npz_name(npz, i), &error));
  }
  npz_close(npz);
  close(fd);
  return 0;
}
