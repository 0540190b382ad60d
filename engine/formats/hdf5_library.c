#include "engine/formats/hdf5_library.h"

#include <dlfcn.h>
#include <stddef.h>

Hdf5Library libhdf5;

static bool missing(void *opened, const char *name, Error *error) {
  core_fail(error, ERROR_OS, "this libhdf5 has no %s", name);
  dlclose(opened);
  return false;
}

bool hdf5_library_load(Error *error) {
  static void *handle;
  if (handle) return true;
  /* Debian 12 and Ubuntu have 103, later releases 200 and 310. */
  static const char *const names[] = {"libhdf5_serial.so.103", "libhdf5_serial.so.200", "libhdf5_serial.so.310",
                                      "libhdf5_serial.so", "libhdf5.so"};
  void *opened = NULL;
  for (size_t i = 0; !opened && i < sizeof names / sizeof *names; i++) opened = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!opened) {
    core_fail(error, ERROR_OS, "libhdf5 could not be loaded: %s", dlerror());
    return core_hint(error, "install Debian's package libhdf5-103 (or libhdf5-dev)");
  }
#define HDF5_LIBRARY_FIND(name)                                                  \
  *(void **)&libhdf5.name = dlsym(opened, "H5" #name);                            \
  if (!libhdf5.name) return missing(opened, "function H5" #name, error);
  HDF5_LIBRARY_ROWS(HDF5_LIBRARY_FIND)
#undef HDF5_LIBRARY_FIND
  void *link_info = dlsym(opened, "H5Lget_info1"); /* since 1.12 */
  if (!link_info) link_info = dlsym(opened, "H5Lget_info");
  if (!link_info) return missing(opened, "function H5Lget_info", error);
  *(void **)&libhdf5.link_info = link_info;
  libhdf5.open();
  libhdf5.Eset_auto2(H5E_DEFAULT, NULL, NULL);
  const struct {
    const char *name;
    hid_t *id;
  } ids[] = {
      {"H5T_NATIVE_INT8_g", &libhdf5.int8},     {"H5T_NATIVE_INT16_g", &libhdf5.int16},
      {"H5T_NATIVE_INT32_g", &libhdf5.int32},   {"H5T_NATIVE_INT64_g", &libhdf5.int64},
      {"H5T_NATIVE_UINT8_g", &libhdf5.uint8},   {"H5T_NATIVE_UINT16_g", &libhdf5.uint16},
      {"H5T_NATIVE_UINT32_g", &libhdf5.uint32}, {"H5T_NATIVE_UINT64_g", &libhdf5.uint64},
      {"H5T_NATIVE_FLOAT_g", &libhdf5.float32}, {"H5T_NATIVE_DOUBLE_g", &libhdf5.float64},
      {"H5T_C_S1_g", &libhdf5.string},          {"H5P_CLS_FILE_ACCESS_ID_g", &libhdf5.file_access},
  };
  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
    const hid_t *id = dlsym(opened, ids[i].name);
    if (!id) return missing(opened, ids[i].name, error);
    *ids[i].id = *id;
  }
  handle = opened;
  return true;
}
