#include "tests/support/dataset_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Beside the source folder; CMake tests run in the source folder, and this works from any other one, too. */
static const char *mnist_home(void) {
  static char home[1024];
  if (home[0] == '\0') {
    char here[1024];
    snprintf(here, sizeof here, "%s", __FILE__);
    for (int up = 0; up < 3; up++) {
      char *slash = strrchr(here, '/');
      if (slash) *slash = '\0';
    }
    snprintf(home, sizeof home, "%.900s/../shared/data/mnist", here);
    /* Where the compiler was given a relative or linked path, the working folder tells. */
    if (access(home, F_OK) != 0) snprintf(home, sizeof home, "../shared/data/mnist");
  }
  return home;
}

static const char *const idx_names[4] = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
                                         "t10k-labels-idx1-ubyte"};

/* ---- Folders and files ----- */

char *dataset_folder_new(void) {
  char *folder = strdup("/tmp/nnsh-data-XXXXXX");
  if (folder && mkdtemp(folder)) return folder;
  free(folder);
  return NULL;
}

void dataset_folder_remove(char *folder) {
  char command[1200];
  if (!folder) return;
  snprintf(command, sizeof command, "rm -rf '%s'", folder);
  if (system(command) != 0) fprintf(stderr, "%s was left behind\n", folder);
  free(folder);
}

/* folder/name, with the folders between them made. */
static bool prepare(const char *folder, const char *name, char path[1200]) {
  snprintf(path, 1200, "%s/%s", folder, name);
  for (char *slash = path + strlen(folder) + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
    *slash = '\0';
    bool made = mkdir(path, 0777) == 0 || errno == EEXIST;
    *slash = '/';
    if (!made) return false;
  }
  return true;
}

static FILE *create(const char *folder, const char *name) {
  char path[1200];
  return prepare(folder, name, path) ? fopen(path, "wb") : NULL;
}

bool dataset_write_file(const char *folder, const char *name, const void *bytes, size_t length) {
  FILE *file = create(folder, name);
  if (!file) return false;
  bool wrote = fwrite(bytes, 1, length, file) == length;
  return fclose(file) == 0 && wrote;
}

/* ---- IDX ----- */

bool dataset_write_idx(const char *folder, const char *name, int ndim, const int64_t *shape, const uint8_t *elements) {
  uint8_t header[64] = {0, 0, 8, (uint8_t)ndim};
  size_t size = 1;
  for (int i = 0; i < ndim; i++) {
    for (int k = 0; k < 4; k++) header[4 + 4 * i + k] = (uint8_t)(shape[i] >> (24 - 8 * k));
    size *= (size_t)shape[i];
  }
  FILE *file = create(folder, name);
  if (!file) return false;
  bool wrote =
      fwrite(header, 1, 4 + 4 * (size_t)ndim, file) == 4 + 4 * (size_t)ndim && fwrite(elements, 1, size, file) == size;
  return fclose(file) == 0 && wrote;
}

bool dataset_write_idx_set(const char *folder, const char *sub_folder, const DatasetPart *train,
                           const DatasetPart *test) {
  for (int i = 0; i < 4; i++) {
    const DatasetPart *part = i < 2 ? train : test;
    int64_t shape[3] = {part->n, part->height, part->width};
    char name[256];
    snprintf(name, sizeof name, "%s%s%s", sub_folder, *sub_folder ? "/" : "", idx_names[i]);
    if (!dataset_write_idx(folder, name, i % 2 ? 1 : 3, shape, i % 2 ? part->labels : part->images)) return false;
  }
  return true;
}

/* ---- npz: a zip archive of members that are not compressed ----- */

static uint32_t crc32_of(uint32_t crc, const uint8_t *bytes, size_t length) {
  static uint32_t table[256];
  if (table[1] == 0)
    for (uint32_t i = 0; i < 256; i++) {
      uint32_t value = i;
      for (int k = 0; k < 8; k++) value = (value >> 1) ^ (0xEDB88320u & (0u - (value & 1)));
      table[i] = value;
    }
  crc = ~crc;
  for (size_t i = 0; i < length; i++) crc = table[(crc ^ bytes[i]) & 0xff] ^ (crc >> 8);
  return ~crc;
}

typedef struct ZipMember {
  const char *name;
  uint8_t header[128]; /* of the .npy file */
  const uint8_t *elements;
  uint32_t size, crc, offset;
} ZipMember;

static void put16(uint8_t **at, uint32_t value) {
  *(*at)++ = (uint8_t)value;
  *(*at)++ = (uint8_t)(value >> 8);
}

static void put32(uint8_t **at, uint32_t value) {
  put16(at, value & 0xffff);
  put16(at, value >> 16);
}

/* The fields that the local header and the directory share: version, flags, method, 1980-01-01, CRC, sizes, name
 * length. */
static void put_common(uint8_t **at, const ZipMember *member) {
  put16(at, 20);
  put16(at, 0);
  put16(at, 0);
  put16(at, 0);
  put16(at, 33);
  put32(at, member->crc);
  put32(at, member->size + 128);
  put32(at, member->size + 128);
  put16(at, (uint32_t)strlen(member->name));
  put16(at, 0);
}

static void describe(ZipMember *member, const char *name, int ndim, const int64_t *shape, const uint8_t *elements) {
  char text[120];
  member->name = name;
  member->elements = elements;
  member->size = (uint32_t)shape[0];
  if (ndim == 3) {
    member->size *= (uint32_t)(shape[1] * shape[2]);
    snprintf(text, sizeof text, "{'descr': '|u1', 'fortran_order': False, 'shape': (%lld, %lld, %lld), }",
             (long long)shape[0], (long long)shape[1], (long long)shape[2]);
  } else {
    snprintf(text, sizeof text, "{'descr': '|u1', 'fortran_order': False, 'shape': (%lld,), }", (long long)shape[0]);
  }
  memset(member->header, ' ', sizeof member->header);
  memcpy(member->header, "\x93NUMPY\1\0\x76\0", 10);
  memcpy(member->header + 10, text, strlen(text));
  member->header[127] = '\n';
  member->crc = crc32_of(crc32_of(0, member->header, 128), elements, member->size);
}

static bool write_zip(FILE *file, ZipMember *members, int count) {
  uint8_t record[64], *at;
  uint32_t start;
  bool good = true;
  for (int i = 0; i < count; i++) {
    members[i].offset = (uint32_t)ftell(file);
    at = record;
    put32(&at, 0x04034b50);
    put_common(&at, &members[i]);
    good = good && fwrite(record, 1, (size_t)(at - record), file) == (size_t)(at - record) &&
           fputs(members[i].name, file) >= 0 && fwrite(members[i].header, 1, 128, file) == 128 &&
           fwrite(members[i].elements, 1, members[i].size, file) == members[i].size;
  }
  start = (uint32_t)ftell(file);
  for (int i = 0; i < count; i++) {
    at = record;
    put32(&at, 0x02014b50);
    put16(&at, 20);
    put_common(&at, &members[i]);
    put16(&at, 0);
    put16(&at, 0);
    put16(&at, 0);
    put32(&at, 0);
    put32(&at, members[i].offset);
    good = good && fwrite(record, 1, (size_t)(at - record), file) == (size_t)(at - record) &&
           fputs(members[i].name, file) >= 0;
  }
  at = record;
  uint32_t length = (uint32_t)ftell(file) - start;
  put32(&at, 0x06054b50);
  put32(&at, 0);
  put16(&at, (uint32_t)count);
  put16(&at, (uint32_t)count);
  put32(&at, length);
  put32(&at, start);
  put16(&at, 0);
  return good && fwrite(record, 1, (size_t)(at - record), file) == (size_t)(at - record);
}

bool dataset_write_npz(const char *folder, const char *name, const DatasetPart *train, const DatasetPart *test) {
  static const char *const names[4] = {"x_train.npy", "y_train.npy", "x_test.npy", "y_test.npy"};
  ZipMember members[4];
  for (int i = 0; i < 4; i++) {
    const DatasetPart *part = i < 2 ? train : test;
    int64_t shape[3] = {part->n, part->height, part->width};
    describe(&members[i], names[i], i % 2 ? 1 : 3, shape, i % 2 ? part->labels : part->images);
  }
  FILE *file = create(folder, name);
  if (!file) return false;
  bool wrote = write_zip(file, members, 4);
  return fclose(file) == 0 && wrote;
}

/* ---- The real MNIST ----- */

static void mnist_path(int i, char path[1200]) { snprintf(path, 1200, "%s/%s.gz", mnist_home(), idx_names[i]); }

bool dataset_have_mnist(void) {
  char path[1200];
  for (int i = 0; i < 4; i++) {
    mnist_path(i, path);
    if (access(path, R_OK) != 0) return false;
  }
  return true;
}

bool dataset_link_mnist(const char *folder, const char *sub_folder) {
  for (int i = 0; i < 4; i++) {
    char path[1200], name[256], link[1200], *real;
    mnist_path(i, path);
    snprintf(name, sizeof name, "%s%s%s.gz", sub_folder, *sub_folder ? "/" : "", idx_names[i]);
    if (!prepare(folder, name, link) || !(real = realpath(path, NULL))) return false;
    bool made = symlink(real, link) == 0;
    free(real);
    if (!made) return false;
  }
  return true;
}

/* The bytes behind the header of a .gz file, unpacked by gzip itself (caller: free). */
static uint8_t *unpack(int i, size_t header, size_t size) {
  char path[1200], command[1300];
  mnist_path(i, path);
  snprintf(command, sizeof command, "gzip -dc '%s'", path);
  FILE *pipe = popen(command, "r");
  uint8_t *bytes = malloc(header + size);
  bool good = pipe && bytes && fread(bytes, 1, header + size, pipe) == header + size;
  if (pipe) good = pclose(pipe) == 0 && good;
  if (good) return memmove(bytes, bytes + header, size);
  free(bytes);
  return NULL;
}

bool dataset_write_mnist_npz(const char *folder, const char *name) {
  uint8_t *bytes[4];
  bool good = dataset_have_mnist();
  for (int i = 0; i < 4; i++) {
    size_t n = i < 2 ? 60000 : 10000;
    bytes[i] = good ? unpack(i, i % 2 ? 8 : 16, i % 2 ? n : n * 784) : NULL;
    good = good && bytes[i];
  }
  if (good) {
    DatasetPart train = {60000, 28, 28, bytes[0], bytes[1]}, test = {10000, 28, 28, bytes[2], bytes[3]};
    good = dataset_write_npz(folder, name, &train, &test);
  }
  for (int i = 0; i < 4; i++) free(bytes[i]);
  return good;
}

DatasetPart dataset_made_up(int64_t n, int64_t height, int64_t width) {
  size_t pixels = (size_t)(height * width);
  uint8_t *images = malloc((size_t)n * (pixels + 1) + 1);
  uint8_t *labels = images + (size_t)n * pixels;
  for (int64_t i = 0; i < n; i++) {
    labels[i] = (uint8_t)(i % 10);
    for (int64_t y = 0; y < height; y++)
      for (int64_t x = 0; x < width; x++)
        images[(size_t)i * pixels + (size_t)(y * width + x)] =
            (uint8_t)(x * (i % 10 + 1) * 3 + y * (10 - i % 10) * 2 + i / 10);
  }
  return (DatasetPart){n, height, width, images, labels};
}
