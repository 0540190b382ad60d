/* Writes the screens of docs/screens: screens FOLDER. Run by `./dev screens`. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/support/screens.h"

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: screens FOLDER\n");
    return 2;
  }
  int failed = 0;
  for (const ScreenRow *row = screen_rows; row->name; row++) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", arguments[1], row->name);
    if (!screen_has_data(row)) {
      fprintf(stderr, "%s is left as it is: its data is not on this machine\n", row->name);
      continue;
    }
    char *screen = screen_make(row);
    FILE *file = screen ? fopen(path, "w") : NULL;
    if (file == NULL || fputs(screen, file) < 0 || fclose(file) != 0) {
      fprintf(stderr, "%s could not be made\n", row->name);
      failed = 1;
    } else {
      printf("%s\n", path);
    }
    free(screen);
  }
  return failed;
}
