/* open() and file objects: text (UTF-8) and bytes, read and written through stdio. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/builtins.h"

typedef struct File {
  Object head;
  FILE *stream; /* NULL once closed */
  bool binary, reads, writes;
  bool wrote; /* the last thing done to a file open for both */
  Value name;
  char mode[8];
} File;

static File *file_of(Value v) { return (File *)v.as.object; }

static void file_dealloc(Object *self) {
  File *file = (File *)self;
  if (file->stream) fclose(file->stream);
  py_drop(file->name);
}

Value builtins_os_error(const char *path) {
  int reason = errno;
  Value parts[3] = {py_int(reason), py_text(strerror(reason)), py_text(path)};
  Value type = py_type_value(&py_OSError);
  Value made =
      py_is_error(parts[1]) || py_is_error(parts[2]) || py_is_error(type) ? PY_ERROR : py_call_values(type, parts, 3);
  if (!py_is_error(made)) py_raise_value(made);
  py_drop(made);
  py_drop(type);
  py_drop(parts[1]);
  py_drop(parts[2]);
  return PY_ERROR;
}

/* Text files are UTF-8 (ASCII is a part of it). */
static bool is_known_encoding(Value encoding) {
  static const char *const known[] = {"utf-8", "utf8", "UTF-8", "UTF8", "ascii", "ASCII", "us-ascii", "utf_8", NULL};
  const char *name;
  if (py_is_none(encoding)) return true;
  if (!py_as_text(encoding, &name)) return false;
  for (int i = 0; known[i]; i++)
    if (strcmp(known[i], name) == 0) return true;
  py_raise(&py_NotImplementedError, "encoding '%s' is not there yet: 'utf-8' is", name);
  return false;
}

static Value native_open(const NativeRow *row, Value *arguments) {
  const char *path, *mode;
  Value path_text = py_is_str(arguments[0]) ? py_keep(arguments[0]) : py_str(arguments[0]);
  if (py_is_error(path_text)) return PY_ERROR;
  if (!py_as_text(path_text, &path) || !py_as_text(arguments[1], &mode)) {
    py_drop(path_text);
    return PY_ERROR;
  }
  bool binary = strchr(mode, 'b') != NULL;
  if (!is_known_encoding(arguments[3])) {
    py_drop(path_text);
    return PY_ERROR;
  }
  char main_mode = '\0';
  for (const char *p = mode; *p; p++) {
    if (strchr("rwax", *p) && main_mode == '\0') main_mode = *p;
    else if (!strchr("bt+", *p)) main_mode = '?';
  }
  if (main_mode == '\0' || main_mode == '?') {
    py_drop(path_text);
    return py_raise(&py_ValueError, "invalid mode: '%s'", mode);
  }
  bool plus = strchr(mode, '+') != NULL;
  char c_mode[8];
  snprintf(c_mode, sizeof c_mode, "%cb%s%s", main_mode == 'x' ? 'w' : main_mode, plus ? "+" : "",
           main_mode == 'x' ? "x" : "");
  FILE *stream = fopen(path, c_mode);
  if (stream && main_mode == 'r' && getc(stream) == EOF && ferror(stream)) { /* a folder opens but does not read */
    int reason = errno;
    fclose(stream);
    stream = NULL;
    errno = reason;
  }
  if (stream && main_mode == 'r') rewind(stream);
  if (stream == NULL) {
    builtins_os_error(path);
    py_drop(path_text);
    return PY_ERROR;
  }
  File *file = py_new(&builtins_file_type);
  if (file == NULL) {
    fclose(stream);
    py_drop(path_text);
    return PY_ERROR;
  }
  file->stream = stream;
  file->binary = binary;
  file->reads = main_mode == 'r' || plus;
  file->writes = main_mode != 'r' || plus;
  file->name = path_text;
  snprintf(file->mode, sizeof file->mode, "%s", mode);
  return py_object(file);
}

static bool usable(File *file, bool writing) {
  if (file->stream == NULL) {
    py_raise(&py_ValueError, "I/O operation on closed file.");
    return false;
  }
  if (writing ? file->writes : file->reads) return true;
  py_raise(&builtins_unsupported_type, "%s",
           file->binary ? writing ? "write" : "read"
           : writing    ? "not writable"
                        : "not readable");
  return false;
}

/* C wants a change of position between reading and writing; both directions call this first. */
static void turn(File *file, bool writing) {
  if (file->reads && file->writes && file->wrote != writing) fseek(file->stream, 0, SEEK_CUR);
  file->wrote = writing;
}

/* What was read, as bytes or as text; text that is not UTF-8 is bytes.decode()'s error. */
static Value content(File *file, Text *text) {
  Value result;
  if (text->failed) {
    result = py_raise(&py_MemoryError, "out of memory");
  } else if (file->binary) {
    result = py_bytes(text_string(text), text->length);
  } else {
    bool ascii = true;
    for (size_t i = 0; ascii && i < text->length; i++) ascii = (signed char)text->data[i] >= 0;
    if (ascii) {
      result = py_text_bytes(text_string(text), text->length);
    } else {
      Value bytes = py_bytes(text_string(text), text->length);
      result = py_is_error(bytes) ? bytes : py_call_method(bytes, "decode", NULL, 0);
      py_drop(bytes);
    }
  }
  text_free(text);
  return result;
}

/* The next byte; in text files every line ends with "\n", as Python's universal newlines have it. */
static int next_byte(File *file) {
  int c = getc_unlocked(file->stream);
  if (c != '\r' || file->binary) return c;
  int next = getc_unlocked(file->stream);
  if (next != '\n' && next != EOF) ungetc(next, file->stream);
  return '\n';
}

/* read(n): n bytes, or characters of a text file. */
static Value file_read_method(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  int64_t most = -1;
  if (!usable(file, false) || (!py_is_none(arguments[1]) && !py_as_int(arguments[1], &most))) return PY_ERROR;
  turn(file, false);
  Text text = {0};
  if (file->binary) {
    char bytes[1 << 14];
    while (most < 0 || (int64_t)text.length < most) {
      size_t wanted = sizeof bytes;
      if (most >= 0 && (size_t)most - text.length < wanted) wanted = (size_t)most - text.length;
      size_t got = fread(bytes, 1, wanted, file->stream);
      if (got == 0) break;
      text_add_bytes(&text, bytes, got);
    }
    return content(file, &text);
  }
  int64_t characters = 0;
  for (int c; (c = next_byte(file)) != EOF;) {
    bool starts = (c & 0xC0) != 0x80;
    if (starts && characters == most) {
      ungetc(c, file->stream);
      break;
    }
    characters += starts;
    text_add_char(&text, (char)c);
  }
  return content(file, &text);
}

/* One line with its end, "" at the end of the file. */
static Value read_line(File *file) {
  turn(file, false);
  Text text = {0};
  for (int c; (c = next_byte(file)) != EOF;) {
    text_add_char(&text, (char)c);
    if (c == '\n') break;
  }
  return content(file, &text);
}
static Value file_readline(const NativeRow *row, Value *arguments) {
  return usable(file_of(arguments[0]), false) ? read_line(file_of(arguments[0])) : PY_ERROR;
}
static Value file_next(Value self) {
  if (!usable(file_of(self), false)) return PY_ERROR;
  Value line = read_line(file_of(self));
  if (py_is_error(line) || py_length(line) > 0) return line;
  py_drop(line);
  return PY_UNDEFINED;
}
static Value file_iter(Value self) { return py_keep(self); }
static Value file_readlines(const NativeRow *row, Value *arguments) { return py_to_list(arguments[0]); }

static Value file_write(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  if (!usable(file, true)) return PY_ERROR;
  turn(file, true);
  const char *bytes;
  size_t length;
  if (file->binary) {
    if (!py_is_bytes(arguments[1]))
      return py_raise(&py_TypeError, "a bytes-like object is required, not '%s'", py_type_of(arguments[1])->name);
    bytes = py_as_bytes(arguments[1])->data;
    length = (size_t)py_as_bytes(arguments[1])->count;
  } else {
    if (!py_is_str(arguments[1]))
      return py_raise(&py_TypeError, "write() argument must be str, not %s", py_type_of(arguments[1])->name);
    bytes = py_as_string(arguments[1])->data;
    length = (size_t)py_as_string(arguments[1])->length;
  }
  if (fwrite(bytes, 1, length, file->stream) != length) return builtins_os_error(py_as_string(file->name)->data);
  return py_int(file->binary ? (int64_t)length : py_as_string(arguments[1])->count);
}
static Value file_writelines(const NativeRow *row, Value *arguments) {
  Value list = py_to_list(arguments[1]);
  if (py_is_error(list)) return list;
  for (int64_t i = 0; i < py_as_list(list)->count; i++) {
    Value pair[2] = {arguments[0], py_as_list(list)->items[i]};
    if (py_is_error(file_write(row, pair))) {
      py_drop(list);
      return PY_ERROR;
    }
  }
  py_drop(list);
  return PY_NONE;
}
static Value file_seek(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  int64_t offset, whence;
  if (!py_as_int(arguments[1], &offset) || !py_as_int(arguments[2], &whence)) return PY_ERROR;
  if (file->stream == NULL) return py_raise(&py_ValueError, "I/O operation on closed file.");
  if (whence == 0 && offset < 0) return py_raise(&py_ValueError, "negative seek position %lld", (long long)offset);
  if (fseek(file->stream, (long)offset, whence == 1 ? SEEK_CUR : whence == 2 ? SEEK_END : SEEK_SET) != 0)
    return builtins_os_error(py_as_string(file->name)->data);
  return py_int(ftell(file->stream));
}
static Value file_tell(const NativeRow *row, Value *arguments) {
  FILE *stream = file_of(arguments[0])->stream;
  return stream ? py_int(ftell(stream)) : py_raise(&py_ValueError, "I/O operation on closed file.");
}
/* readable, writable: row->data non-NULL is writable. */
static Value file_can(const NativeRow *row, Value *arguments) {
  return py_bool(row->data ? file_of(arguments[0])->writes : file_of(arguments[0])->reads);
}
static Value file_flush(const NativeRow *row, Value *arguments) {
  if (file_of(arguments[0])->stream) fflush(file_of(arguments[0])->stream);
  return PY_NONE;
}
static Value file_close(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  FILE *stream = file->stream;
  file->stream = NULL;
  if (stream && fclose(stream) != 0) return builtins_os_error(py_as_string(file->name)->data);
  return PY_NONE;
}
static Value file_enter(const NativeRow *row, Value *arguments) {
  if (file_of(arguments[0])->stream == NULL) return py_raise(&py_ValueError, "I/O operation on closed file.");
  return py_keep(arguments[0]);
}
static Value file_exit(const NativeRow *row, Value *arguments) {
  Value done = file_close(row, arguments);
  return py_is_error(done) ? done : PY_FALSE;
}
static Value file_repr(Value self) {
  if (file_of(self)->binary)
    return py_textf("<_io.Buffered%s name='%s'>", file_of(self)->reads ? "Reader" : "Writer",
                    py_as_string(file_of(self)->name)->data);
  return py_textf("<_io.TextIOWrapper name='%s' mode='%s' encoding='UTF-8'>", py_as_string(file_of(self)->name)->data,
                  file_of(self)->mode);
}
static Value file_name(Value self) { return py_keep(file_of(self)->name); }
static Value file_mode(Value self) { return py_text(file_of(self)->mode); }
static Value file_closed(Value self) { return py_bool(file_of(self)->stream == NULL); }

static const NativeRow methods[] = {
    {"read", "self, size=None, /", "The rest of the file, or so many bytes.", file_read_method, NULL},
    {"readline", "self", "The next line.", file_readline, NULL},
    {"readlines", "self", "The lines as a list.", file_readlines, NULL},
    {"write", "self, text, /", "Writes text, or bytes.", file_write, NULL},
    {"writelines", "self, lines, /", "Writes every item.", file_writelines, NULL},
    {"seek", "self, offset, whence=0, /", "Goes to a place.", file_seek, NULL},
    {"tell", "self", "The place.", file_tell, NULL},
    {"readable", "self", "Whether it can be read.", file_can, NULL},
    {"writable", "self", "Whether it can be written.", file_can, "w"},
    {"flush", "self", "Hands what was written to the system.", file_flush, NULL},
    {"close", "self", "Closes the file.", file_close, NULL},
    {"__enter__", "self", "For `with`.", file_enter, NULL},
    {"__exit__", "self, *args", "Closes the file.", file_exit, NULL},
    {0},
};
static const PropertyRow properties[] = {
    {"name", "The path.", file_name, NULL},
    {"mode", "How it was opened.", file_mode, NULL},
    {"closed", "Whether it is closed.", file_closed, NULL},
    {0},
};
Type builtins_unsupported_type = {.name = "UnsupportedOperation", .module = "io", .base = &py_OSError};
Type builtins_file_type = {.head = {&py_type_type, 1}, .name = "TextIOWrapper", .module = "_io", .help = "A file.",
                           .base = &py_object_type, .size = sizeof(File), .dealloc = file_dealloc, .repr = file_repr,
                           .iter = file_iter, .next = file_next, .methods = methods, .properties = properties};

const NativeRow builtins_file_rows[] = {
    {"open", "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None", "Opens a file.", native_open,
     NULL},
    {0},
};
