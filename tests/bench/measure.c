/* measure COUNT PROGRAM [ARGUMENTS]: runs a program COUNT times with its output thrown away, and prints one line: the
 * median of the wall times in seconds, and the largest resident memory of a run in KB (getrusage; what /usr/bin/time -v
 * prints, without needing it). Exit status 1, and nothing printed, where a run fails. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static int compare(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

int main(int argc, char **argv) {
  const int count = argc > 2 ? atoi(argv[1]) : 0;
  double *seconds = count > 0 ? malloc((size_t)count * sizeof *seconds) : NULL;
  if (seconds == NULL) {
    fprintf(stderr, "usage: measure COUNT PROGRAM [ARGUMENTS]\n");
    return 2;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  long largest = 0;
  for (int i = 0; i < count; i++) {
    struct timespec begin, end;
    struct rusage usage;
    pid_t child;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    if (posix_spawnp(&child, argv[2], &actions, NULL, argv + 2, environ) != 0) return 1;
    if (wait4(child, &status, 0, &usage) != child || status != 0) return 1;
    clock_gettime(CLOCK_MONOTONIC, &end);
    seconds[i] = (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) * 1e-9;
    if (usage.ru_maxrss > largest) largest = usage.ru_maxrss;
  }
  qsort(seconds, (size_t)count, sizeof *seconds, compare);
  printf("%.6f %ld\n", seconds[count / 2], largest);
  return 0;
}
