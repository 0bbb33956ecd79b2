/* Runs a command and reports what it took, its children that it waited for included (wait4(2)).

   measure OUTPUT COMMAND [ARGUMENT...]

   The command's standard output goes to the file OUTPUT; its standard input is empty. Prints one line: user and system
   time in microseconds, elapsed time in microseconds, largest resident set in KiB, and how it ended (0-255, or 128 and
   the signal's number). A program of its own, since a process begins with the resident set of the one that started it
   and a Java process would be the largest of all.
   Build: cc -O2 -o measure measure.c */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { FAILED = 1, USAGE = 2, NOT_STARTED = 127, SIGNALLED = 128 };

static long long micros(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static int failed(const char *what) {
  fprintf(stderr, "measure: %s: %s\n", what, strerror(errno));
  return FAILED;
}

static int start(const char *output, char **command) {
  int in = open("/dev/null", O_RDONLY);
  int out = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0) return failed(output);
  execvp(command[0], command);
  failed(command[0]);
  return NOT_STARTED;
}

int main(int count, char **arguments) {
  if (count < 3) {
    fputs("use: measure OUTPUT COMMAND [ARGUMENT...]\n", stderr);
    return USAGE;
  }
  long long begun = now();
  pid_t child = fork();
  if (child < 0) return failed("fork");
  if (child == 0) _exit(start(arguments[1], arguments + 2));
  int status;
  struct rusage used;
  while (wait4(child, &status, 0, &used) < 0)
    if (errno != EINTR) return failed("wait4");
  printf("%lld %lld %lld %ld %d\n", micros(used.ru_utime), micros(used.ru_stime), now() - begun,
         used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : SIGNALLED + WTERMSIG(status));
  return 0;
}
