/* One line to standard error, and out. */
#ifndef LEAN_FAILURE_H
#define LEAN_FAILURE_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { FAILED = 1, USAGE = 2, BAD_INPUT = 3, MISSING = 5 };

__attribute__((noreturn, format(printf, 2, 3))) static inline void fail(int status,
                                                                        const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs("lean: ", stderr);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  va_end(arguments);
  exit(status);
}

static inline void *checked(void *memory) {
  if (!memory) fail(FAILED, "out of memory");
  return memory;
}

#endif
