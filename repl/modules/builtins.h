/* Python's builtins: private to the builtins_*.c files and to the modules about files. */
#ifndef NNSH_REPL_MODULES_BUILTINS_H
#define NNSH_REPL_MODULES_BUILTINS_H

#include <stdio.h>

#include "repl/modules/modules.h"

extern Type builtins_enumerate_type, builtins_zip_type, builtins_map_type, builtins_filter_type, builtins_reversed_type;

/* An open file: a stream of C's, with what Python adds to it. */
typedef struct File {
  Object head;
  FILE *stream; /* NULL once closed */
  bool binary, reads, writes;
  bool wrote;     /* the last thing done to a file open for both */
  bool borrowed;  /* standard input, or the stream of `text`: never closed by this one */
  bool strict;    /* undecodable bytes are an error */
  bool wide;      /* UTF-8: characters take several bytes */
  bool utf8;      /* what is UTF-8 needs no decoding */
  bool mark;      /* utf-8-sig: a byte order mark stands in front */
  bool iterating; /* by next(): no telling where */
  char newline;   /* 'u' universal, 'n' as they are, or the end of lines: '\n', '\r', 'w' for both */
  int64_t valid;  /* bytes ahead that are known to decode */
  Value name;     /* as it was given: str, Path, int */
  Value encoding, errors, newline_given;
  char mode[8];
  struct File *text;  /* whose .buffer this is, while that one lives; borrowed */
  struct File *bytes; /* its .buffer, once asked for; its own */
} File;

/* open() is in builtins_open.c, what files can do in builtins_file.c. */
extern const NativeRow builtins_print_rows[], builtins_class_rows[], builtins_open_rows[];
extern Type builtins_file_type, builtins_reader_type, builtins_writer_type, builtins_random_type,
    builtins_unsupported_type;
/* A file on a stream, which it takes over: `mode` as open() reads it, name and texts kept. NULL: the stream is closed
 * and an exception is pending. */
File *builtins_file_new(FILE *stream, const char *mode, Value name, Value encoding, Value errors, Value newline);

extern const NativeRow builtins_execute_rows[];
/* Raises the OSError for errno and a path: "[Errno 2] No such file or directory: 'x.txt'". */
Value builtins_os_error(const char *path);
/* The same with the path as it was given, and a second one where a call has two (else PY_UNDEFINED). */
Value builtins_os_error_of(Value path, Value second);
/* A path from str, bytes or an object with __fspath__: valid as long as *held, which the caller drops. NULL: TypeError
 * is pending, worded with `function` ("mkdir: path should be string, ...") or, where that is NULL, as os.fspath. */
const char *builtins_path(Value value, const char *function, Value *held);

#endif
