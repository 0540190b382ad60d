#include "engine/formats/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libdeflate.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "engine/formats/formats.h"

/* Bytes read or written between two looks at Ctrl-C. */
enum { CHUNK = 16 << 20 };

bool file_fail_errno(const char *path, int number, Error *error) {
  ErrorCode code = number == ENOENT ? ERROR_FILE_NOT_FOUND : number == ENOMEM ? ERROR_MEMORY : ERROR_OS;
  return core_fail(error, code, "[Errno %d] %s: '%s'", number, strerror(number), path);
}

bool file_could_inflate(uint64_t packed, uint64_t unpacked) { return unpacked / 1032 <= packed; }

static bool interrupted(Error *error) {
  if (!core_interrupt_pending()) return false;
  core_interrupt_take();
  core_fail(error, ERROR_INTERRUPT, "interrupted");
  return true;
}

/* ---- Reading ----- */

/* Opens a regular file (or a pipe) for reading; -1 with the error filled. */
static int open_to_read(const char *path, struct stat *status, Error *error) {
  if (path[0] == '\0') {
    file_fail_errno(path, ENOENT, error);
    return -1;
  }
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0 || fstat(descriptor, status) != 0) {
    file_fail_errno(path, errno, error);
    if (descriptor >= 0) close(descriptor);
    return -1;
  }
  if (S_ISDIR(status->st_mode)) {
    close(descriptor);
    file_fail_errno(path, EISDIR, error);
    return -1;
  }
  return descriptor;
}

/* Reads to the end of the file, whatever its size was when it was opened. */
static char *read_all(const char *path, int descriptor, size_t expected, size_t *length, Error *error) {
  size_t capacity = expected + 1, used = 0;
  char *bytes = core_alloc(capacity + 1);
  if (!bytes) {
    core_fail_memory(error, capacity + 1);
    return NULL;
  }
  for (;;) {
    if (used == capacity) {
      char *larger = core_realloc(bytes, 2 * capacity + 1);
      if (!larger) {
        core_fail_memory(error, 2 * capacity + 1);
        goto fail;
      }
      bytes = larger;
      capacity *= 2;
    }
    size_t wanted = capacity - used < CHUNK ? capacity - used : CHUNK;
    ssize_t got = read(descriptor, bytes + used, wanted);
    if (interrupted(error)) goto fail;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      file_fail_errno(path, errno, error);
      goto fail;
    }
    if (got == 0) break;
    used += (size_t)got;
  }
  bytes[used] = '\0';
  *length = used;
  return bytes;
fail:
  core_free(bytes);
  return NULL;
}

char *file_read(const char *path, size_t *length, Error *error) {
  struct stat status;
  int descriptor = open_to_read(path, &status, error);
  if (descriptor < 0) return NULL;
  char *bytes = read_all(path, descriptor, status.st_size > 0 ? (size_t)status.st_size : 0, length, error);
  close(descriptor);
  return bytes;
}

static bool is_gzip(const unsigned char *bytes, size_t length) {
  return length >= 3 && bytes[0] == 0x1f && bytes[1] == 0x8b && bytes[2] == 8;
}

/* The size that gzip's trailer gives (modulo 2^32): right for all but huge files and chains of members. */
static size_t size_in_trailer(const unsigned char *bytes, size_t length) {
  const unsigned char *p = bytes + length - 4;
  return (size_t)p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16 | (size_t)p[3] << 24;
}

/* Inflates one member after another into `out`; false where the room does not suffice (*short_of_room) or a member is
 * damaged. */
static bool inflate_members(struct libdeflate_decompressor *inflater, const char *packed, size_t packed_length,
                            char *out, size_t room, size_t *length, bool *short_of_room) {
  size_t at = 0, used = 0;
  *short_of_room = false;
  while (at < packed_length && is_gzip((const unsigned char *)packed + at, packed_length - at)) {
    size_t read = 0, wrote = 0;
    enum libdeflate_result result = libdeflate_gzip_decompress_ex(inflater, packed + at, packed_length - at, out + used,
                                                                  room - used, &read, &wrote);
    if (result != LIBDEFLATE_SUCCESS) {
      *short_of_room = result == LIBDEFLATE_INSUFFICIENT_SPACE;
      return false;
    }
    at += read;
    used += wrote;
  }
  *length = used;
  return at > 0; /* what follows the last member (padding) is ignored, as gzip does */
}

#define DAMAGED_GZIP "'%s' is damaged: its gzip data cannot be decompressed (is the file cut short?)"

/* Decompresses into a new Buffer with one spare byte. */
static NdBuffer *inflate_gzip(const char *path, const char *packed, size_t packed_length, size_t *length,
                              Error *error) {
  if (packed_length < 18) { /* the shortest header and trailer */
    core_fail(error, ERROR_EOF, DAMAGED_GZIP, path);
    return NULL;
  }
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
  if (!inflater) {
    core_fail_memory(error, 1 << 16);
    return NULL;
  }
  size_t room = size_in_trailer((const unsigned char *)packed, packed_length);
  /* A trailer cannot be believed where the file is cut: begin with what the bytes at hand could be, and grow. */
  if (!file_could_inflate(packed_length, room)) room = packed_length * 8;
  NdBuffer *buffer = NULL;
  for (;;) {
    bool short_of_room;
    buffer = nd_buffer_new(room + 1, error);
    if (!buffer) break;
    if (inflate_members(inflater, packed, packed_length, buffer->data, room, length, &short_of_room)) break;
    nd_buffer_release(buffer);
    buffer = NULL;
    if (!short_of_room || !file_could_inflate(packed_length, room)) {
      core_fail(error, ERROR_VALUE, DAMAGED_GZIP, path);
      break;
    }
    room = room * 2 + 1024;
  }
  libdeflate_free_decompressor(inflater);
  return buffer;
}

static void free_bytes(NdBuffer *buffer) { core_free(buffer->owner); }

/* A Buffer over bytes from the heap, which it takes over. */
static NdBuffer *buffer_of(char *bytes, size_t length, Error *error) {
  NdBuffer *buffer = nd_buffer_new(0, error);
  if (!buffer) {
    core_free(bytes);
    return NULL;
  }
  nd_buffer_free_data(buffer);
  buffer->data = bytes;
  buffer->bytes = length;
  buffer->owner = bytes;
  buffer->release = free_bytes;
  return buffer;
}

NdBuffer *file_read_buffer(const char *path, size_t *length, Error *error) {
  size_t packed_length;
  char *packed = file_read(path, &packed_length, error);
  if (!packed) return NULL;
  if (!is_gzip((const unsigned char *)packed, packed_length)) {
    *length = packed_length;
    return buffer_of(packed, packed_length, error);
  }
  NdBuffer *buffer = inflate_gzip(path, packed, packed_length, length, error);
  core_free(packed);
  return buffer;
}

char *file_read_gzip(const char *path, size_t *length, Error *error) {
  NdBuffer *buffer = file_read_buffer(path, length, error);
  if (!buffer) return NULL;
  buffer->data[*length] = '\0'; /* there is room for it */
  return nd_buffer_take(buffer, error);
}

/* ---- Writing ----- */

static char *temporary_name(const char *target) {
  static atomic_uint serial;
  size_t size = strlen(target) + 48;
  char *name = core_alloc(size);
  if (name) snprintf(name, size, "%s.%ld-%u.tmp", target, (long)getpid(), atomic_fetch_add(&serial, 1));
  return name;
}

bool file_replace_begin(FileReplacement *file, const char *path, int mode, Error *error) {
  struct stat status;
  *file = (FileReplacement){.descriptor = -1, .path = path};
  if (path[0] == '\0') return file_fail_errno(path, ENOENT, error);
  bool exists = stat(path, &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return file_fail_errno(path, EISDIR, error);
  file->direct = exists && !S_ISREG(status.st_mode);
  if (file->direct) {
    file->descriptor = open(path, O_WRONLY | O_CLOEXEC);
    return file->descriptor >= 0 ? true : file_fail_errno(path, errno, error);
  }
  /* A file that may not be written is not replaced, although the folder would allow it. */
  if (exists && access(path, W_OK) != 0) return file_fail_errno(path, errno, error);
  char *real = exists ? realpath(path, NULL) : NULL; /* from malloc: realpath knows no other allocator */
  file->target = core_strdup(real ? real : path);
  free(real);
  file->temporary = file->target ? temporary_name(file->target) : NULL;
  if (!file->temporary) {
    core_free(file->target);
    return core_fail_memory(error, strlen(path) + 48);
  }
  /* Who made a file private keeps it private when it is written again. */
  if (exists) mode &= (int)status.st_mode & 0777;
  file->descriptor = open(file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (file->descriptor < 0) {
    file_fail_errno(path, errno, error);
    core_free(file->temporary);
    core_free(file->target);
    return false;
  }
  return true;
}

bool file_replace_write(FileReplacement *file, const void *bytes, size_t length, Error *error) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t wrote = write(file->descriptor, at, length < CHUNK ? length : CHUNK);
    if (interrupted(error)) return false;
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return file_fail_errno(file->path, errno, error);
    at += wrote;
    length -= (size_t)wrote;
  }
  return true;
}

bool file_replace_end(FileReplacement *file, bool keep, Error *error) {
  bool done = keep;
  /* Full disks and network drives report late. */
  if (close(file->descriptor) != 0 && keep) done = file_fail_errno(file->path, errno, error);
  if (!file->direct) {
    if (done && rename(file->temporary, file->target) != 0) done = file_fail_errno(file->path, errno, error);
    if (!done) unlink(file->temporary);
  }
  core_free(file->temporary);
  core_free(file->target);
  return done;
}

bool file_write(const char *path, const char *bytes, size_t length, int mode, Error *error) {
  FileReplacement file;
  if (!file_replace_begin(&file, path, mode, error)) return false;
  bool wrote = file_replace_write(&file, bytes, length, error);
  return file_replace_end(&file, wrote, error) && wrote;
}
