/* Runs a fuzz target on files: what it once fell over must stay mended. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "engine/core/text.h"
#include "tests/fuzz/fuzz.h"

static bool replay_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return false;
  Text text = {0};
  char bytes[4096];
  size_t got;
  while ((got = fread(bytes, 1, sizeof bytes, file)) > 0) text_add_bytes(&text, bytes, got);
  fclose(file);
  fprintf(stderr, "%s: %zu bytes\n", path, text.length);
  LLVMFuzzerTestOneInput((const uint8_t *)text_string(&text), text.length);
  text_free(&text);
  return true;
}

/* replay FOLDER: every file in it; a folder that is not there holds nothing. The empty input is always run. */
int main(int count, char **arguments) {
  /* As the fuzzer does: what asks for more fails at once. The sanitizers have an option of their own for it. */
  struct rlimit memory = {3UL << 27, 3UL << 27};
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
  memory.rlim_cur = memory.rlim_max = RLIM_INFINITY;
#endif
#endif
  setrlimit(RLIMIT_AS, &memory);
  LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
  DIR *folder = count > 1 ? opendir(arguments[1]) : NULL;
  if (folder == NULL) return 0;
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (entry->d_name[0] == '.') continue;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", arguments[1], entry->d_name);
    if (!replay_file(path)) return 1;
  }
  closedir(folder);
  return 0;
}
