#include <errno.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "engine/formats/file.h"
#include "engine/formats/formats.h"
#include "engine/formats/npy.h"
#include "engine/formats/zip_library.h"

/* libzip knows where members lie; deflated ones are unpacked by libdeflate, which is three times as fast as zlib and
 * writes straight into the array's Buffer. */

struct Npz {
  char *path;
  zip_t *zip;
  int count;
  char **names; /* without ".npy" */
};

/* Bytes read between two looks at Ctrl-C. */
enum { CHUNK = 16 << 20 };

static bool fail_zip(const char *path, zip_error_t *problem, Error *error) {
  int code = libzip.error_code_zip(problem);
  if (code == ZIP_ER_NOENT) return file_fail_errno(path, ENOENT, error);
  if (code == ZIP_ER_MEMORY) return core_fail_memory(error, 0);
  if (libzip.error_system_type(problem) == ZIP_ET_SYS && libzip.error_code_system(problem) != 0 &&
      code != ZIP_ER_NOZIP && code != ZIP_ER_INCONS)
    return file_fail_errno(path, libzip.error_code_system(problem), error);
  return core_fail(error, ERROR_VALUE, "'%s' is no readable .npz file: %s", path, libzip.error_strerror(problem));
}

static bool fail_zip_code(const char *path, int code, Error *error) {
  zip_error_t problem;
  int system = errno;
  libzip.error_init_with_code(&problem, code);
  if (libzip.error_system_type(&problem) == ZIP_ET_SYS && code != ZIP_ER_NOENT) {
    libzip.error_fini(&problem);
    return file_fail_errno(path, system ? system : EIO, error);
  }
  fail_zip(path, &problem, error);
  libzip.error_fini(&problem);
  return false;
}

/* ---- Reading ----- */

static bool list_members(Npz *npz, Error *error) {
  npz->count = (int)libzip.get_num_entries(npz->zip, 0);
  npz->names = core_alloc_zero((size_t)npz->count + 1, sizeof *npz->names);
  if (!npz->names) return core_fail_memory(error, (size_t)npz->count * sizeof *npz->names);
  for (int i = 0; i < npz->count; i++) {
    const char *name = libzip.get_name(npz->zip, (zip_uint64_t)i, 0);
    size_t length = name ? strlen(name) : 0;
    if (length > 4 && strcmp(name + length - 4, ".npy") == 0) length -= 4;
    npz->names[i] = core_strndup(name ? name : "", length);
    if (!npz->names[i]) return core_fail_memory(error, length + 1);
  }
  return true;
}

Npz *npz_open(const char *path, Error *error) {
  int code = 0;
  if (!zip_library_load(error)) return NULL;
  Npz *npz = core_alloc_zero(1, sizeof *npz);
  if (!npz || !(npz->path = core_strdup(path))) {
    core_fail_memory(error, sizeof *npz);
    npz_close(npz);
    return NULL;
  }
  errno = 0;
  if (path[0] == '\0') file_fail_errno(path, ENOENT, error);
  else if (!(npz->zip = libzip.open(path, ZIP_RDONLY, &code))) fail_zip_code(path, code, error);
  else if (list_members(npz, error)) return npz;
  npz_close(npz);
  return NULL;
}

void npz_close(Npz *npz) {
  if (!npz) return;
  if (npz->zip) libzip.discard(npz->zip);
  for (int i = 0; npz->names && i < npz->count; i++) core_free(npz->names[i]);
  core_free(npz->names);
  core_free(npz->path);
  core_free(npz);
}

int npz_count(const Npz *npz) { return npz->count; }

const char *npz_name(const Npz *npz, int index) { return index >= 0 && index < npz->count ? npz->names[index] : NULL; }

/* Reads exactly `length` bytes of a member; ZIP_FL_COMPRESSED gives them as they are stored. */
static bool read_member(Npz *npz, int index, zip_flags_t flags, char *out, uint64_t length, Error *error) {
  zip_file_t *member = libzip.fopen_index(npz->zip, (zip_uint64_t)index, flags);
  if (!member) return fail_zip(npz->path, libzip.get_error(npz->zip), error);
  uint64_t used = 0;
  bool good = true;
  while (good && used < length) {
    zip_int64_t got = libzip.fread(member, out + used, length - used < CHUNK ? length - used : CHUNK);
    if (core_interrupt_pending()) {
      core_interrupt_take();
      good = core_fail(error, ERROR_INTERRUPT, "interrupted");
    } else if (got <= 0) {
      good = core_fail(error, ERROR_VALUE, "'%s' is damaged: member '%s' cannot be read (%s)", npz->path,
                       npz->names[index], got < 0 ? libzip.file_strerror(member) : "it is too short");
    } else {
      used += (uint64_t)got;
    }
  }
  /* The checksum is compared when the end is reached: ask for the end of plain reads. */
  char beyond;
  if (good && !(flags & ZIP_FL_COMPRESSED) && libzip.fread(member, &beyond, 1) != 0)
    good = core_fail(error, ERROR_VALUE, "'%s' is damaged: the checksum of member '%s' is wrong", npz->path,
                     npz->names[index]);
  libzip.fclose(member);
  return good;
}

static bool inflate_member(Npz *npz, int index, const zip_stat_t *status, char *out, Error *error) {
  char *packed = core_alloc(status->comp_size);
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
  bool good = false;
  if (!packed || !inflater) {
    core_fail_memory(error, status->comp_size);
  } else if (read_member(npz, index, ZIP_FL_COMPRESSED, packed, status->comp_size, error)) {
    size_t wrote = 0;
    good = libdeflate_deflate_decompress(inflater, packed, status->comp_size, out, status->size, &wrote) ==
               LIBDEFLATE_SUCCESS && wrote == status->size && libdeflate_crc32(0, out, wrote) == status->crc;
    if (!good)
      core_fail(error, ERROR_VALUE, "'%s' is damaged: member '%s' cannot be decompressed", npz->path,
                npz->names[index]);
  }
  if (inflater) libdeflate_free_decompressor(inflater);
  core_free(packed);
  return good;
}

static NdBuffer *load_member(Npz *npz, int index, size_t *length, Error *error) {
  zip_stat_t status;
  const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
  if (libzip.stat_index(npz->zip, (zip_uint64_t)index, 0, &status) != 0) {
    fail_zip(npz->path, libzip.get_error(npz->zip), error);
    return NULL;
  }
  bool known = (status.valid & needed) == needed;
  bool stored = status.comp_method == ZIP_CM_STORE, deflated = status.comp_method == ZIP_CM_DEFLATE;
  bool encrypted = (status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE;
  /* Checked against what is stored before anything is allocated. libzip has compared stored sizes with the file. */
  if (!known || encrypted || (stored && status.size != status.comp_size) ||
      (deflated && !file_could_inflate(status.comp_size, status.size))) {
    core_fail(error, ERROR_VALUE,
              encrypted ? "'%s': member '%s' is encrypted" : "'%s' is damaged: member '%s' has impossible sizes",
              npz->path, npz->names[index]);
    return NULL;
  }
  NdBuffer *buffer = nd_buffer_new(status.size, error);
  if (!buffer) return NULL;
  *length = status.size;
  if (deflated ? inflate_member(npz, index, &status, buffer->data, error)
               : read_member(npz, index, 0, buffer->data, status.size, error))
    return buffer;
  nd_buffer_release(buffer);
  return NULL;
}

/* The place of a member; the name may end in ".npy". -1: ERROR_KEY. */
static int member_named(const Npz *npz, const char *name, Error *error) {
  size_t wanted = strlen(name);
  if (wanted > 4 && strcmp(name + wanted - 4, ".npy") == 0) wanted -= 4;
  for (int i = 0; i < npz->count; i++)
    if (strlen(npz->names[i]) == wanted && memcmp(npz->names[i], name, wanted) == 0) return i;
  core_fail(error, ERROR_KEY, "%s is not a file in the archive", name);
  return -1;
}

char *npz_bytes(Npz *npz, const char *name, size_t *length, Error *error) {
  const int index = member_named(npz, name, error);
  NdBuffer *buffer = index < 0 ? NULL : load_member(npz, index, length, error);
  return buffer != NULL ? nd_buffer_take(buffer, error) : NULL;
}

NdArray *npz_read(Npz *npz, const char *name, Error *error) {
  const int index = member_named(npz, name, error);
  if (index < 0) return NULL;
  const size_t wanted = strlen(npz->names[index]);
  size_t length, size = strlen(npz->path) + wanted + 2;
  NdBuffer *buffer = load_member(npz, index, &length, error);
  if (!buffer) return NULL;
  NdArray *array = NULL;
  char *place = core_alloc(size);
  if (!place) {
    core_fail_memory(error, size);
  } else {
    memcpy(place, npz->path, strlen(npz->path));
    place[strlen(npz->path)] = ':';
    memcpy(place + strlen(npz->path) + 1, npz->names[index], wanted + 1);
    array = npy_on_buffer(buffer, length, place, error);
    core_free(place);
  }
  nd_buffer_release(buffer);
  return array;
}

/* ---- Writing ----- */

/* What libzip reads from when the archive is closed: it must live until then. */
typedef struct Member {
  Text name, header;
  NdArray *data;
  zip_buffer_fragment_t fragments[2];
} Member;

static bool add_member(zip_t *zip, Member *member, const char *path, const char *name, NdArray *array, bool compressed,
                       Error *error) {
  bool fortran;
  text_addf(&member->name, "%s.npy", name);
  if (member->name.failed) return core_fail_memory(error, strlen(name) + 5);
  if (!npy_header(array, &member->header, &fortran, error)) return false;
  member->data = npy_data_order(array, fortran, error);
  if (!member->data) return false;
  member->fragments[0].data = (zip_uint8_t *)member->header.data;
  member->fragments[0].length = member->header.length;
  member->fragments[1].data = (zip_uint8_t *)member->data->data;
  member->fragments[1].length = (zip_uint64_t)member->data->size * (zip_uint64_t)member->data->itemsize;
  zip_source_t *source = libzip.source_buffer_fragment(zip, member->fragments, member->fragments[1].length ? 2 : 1, 0);
  if (!source) return fail_zip(path, libzip.get_error(zip), error);
  zip_int64_t index = libzip.file_add(zip, text_string(&member->name), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    fail_zip(path, libzip.get_error(zip), error);
    libzip.source_free(source);
    return false;
  }
  /* numpy's date, the first that zip can write: the same arrays give the same bytes. */
  if (libzip.set_file_compression(zip, (zip_uint64_t)index, compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) != 0 ||
      libzip.file_set_dostime(zip, (zip_uint64_t)index, 0, 1 << 5 | 1, 0) != 0)
    return fail_zip(path, libzip.get_error(zip), error);
  return true;
}

/* Writes the archive over the file at `place`; `path` is its name in errors. */
static bool write_archive(const char *place, const char *path, const char *const *names, NdArray *const *arrays,
                          int count, bool compressed, Error *error) {
  int code = 0;
  if (!zip_library_load(error)) return false;
  Member *members = core_alloc_zero((size_t)count + 1, sizeof *members);
  if (!members) return core_fail_memory(error, (size_t)count * sizeof *members);
  errno = 0;
  zip_t *zip = libzip.open(place, ZIP_CREATE | ZIP_TRUNCATE, &code);
  bool good = zip != NULL;
  if (!zip) fail_zip_code(path, code, error);
  for (int i = 0; good && i < count; i++)
    good = add_member(zip, &members[i], path, names[i], arrays[i], compressed, error);
  if (good && libzip.close(zip) != 0) good = fail_zip(path, libzip.get_error(zip), error);
  else if (good) zip = NULL;
  if (zip) libzip.discard(zip);
  for (int i = 0; i < count; i++) {
    nd_release(members[i].data);
    text_free(&members[i].header);
    text_free(&members[i].name);
  }
  core_free(members);
  return good;
}

/* libzip does not write an archive without members, and numpy does: the end record alone. */
static const char empty_archive[22] = {'P', 'K', 5, 6};

bool npz_write(const char *path, const char *const *names, NdArray *const *arrays, int count, bool compressed,
               Error *error) {
  FileReplacement file;
  if (!file_replace_begin(&file, path, 0666, error)) return false;
  bool good;
  if (count == 0) good = file_replace_write(&file, empty_archive, sizeof empty_archive, error);
  else if (file.direct) good = core_fail(error, ERROR_OS, "'%s' is no regular file: an .npz archive needs one", path);
  else good = write_archive(file.temporary, path, names, arrays, count, compressed, error);
  return file_replace_end(&file, good, error) && good;
}
