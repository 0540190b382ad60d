/* File objects: text and bytes, read and written through stdio. */
#include <errno.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "repl/modules/builtins.h"
#include "repl/types/bytes.h"
#include "repl/types/codec.h"

enum { CHUNK = 8192 }; /* what is read of a text file at a time: undecodable bytes are noticed a chunk ahead */

static File *file_of(Value v) { return (File *)v.as.object; }

/* A text file and its bytes are one stream: they are closed together. */
static void let_go(File *file) {
  File *bytes = file->bytes;
  if (file->text) file->text->bytes = NULL;
  file->text = file->bytes = NULL;
  if (!bytes) return;
  bytes->text = NULL;
  bytes->stream = NULL;
  py_drop(py_object(bytes));
}

static void file_dealloc(Object *self) {
  File *file = (File *)self;
  let_go(file);
  if (file->stream && !file->borrowed) fclose(file->stream);
  py_drop(file->name);
  py_drop(file->encoding);
  py_drop(file->errors);
  py_drop(file->newline_given);
}

File *builtins_file_new(FILE *stream, const char *mode, Value name, Value encoding, Value errors, Value newline) {
  bool binary = strchr(mode, 'b') != NULL, plus = strchr(mode, '+') != NULL, reads = strchr(mode, 'r') != NULL;
  File *file = py_new(!binary ? &builtins_file_type
                      : plus  ? &builtins_random_type
                      : reads ? &builtins_reader_type
                              : &builtins_writer_type);
  if (file == NULL) {
    fclose(stream);
    return NULL;
  }
  file->stream = stream;
  file->binary = binary;
  file->reads = reads || plus;
  file->writes = !reads || plus;
  file->name = py_keep(name);
  file->newline_given = py_keep(newline);
  snprintf(file->mode, sizeof file->mode, "%s", mode);
  if (binary) { /* the letters in the order in which Python shows them */
    char action = reads ? 'r' : strchr(mode, 'w') ? 'w' : strchr(mode, 'a') ? 'a' : 'x';
    snprintf(file->mode, sizeof file->mode, "%cb%s", action == 'w' && plus ? 'r' : action, plus ? "+" : "");
    file->encoding = file->errors = PY_NONE;
    file->newline = 'n';
    return file;
  }
  file->encoding = py_is_none(encoding) ? py_text("UTF-8") : py_keep(encoding);
  file->errors = py_is_none(errors) ? py_text("strict") : py_keep(errors);
  if (py_is_error(file->encoding) || py_is_error(file->errors)) {
    py_drop(py_object(file));
    return NULL;
  }
  const char *codec = py_as_string(file->encoding)->data;
  file->utf8 = file->wide = strncasecmp(codec, "utf", 3) == 0;
  file->mark = file->wide && strlen(codec) > 4 && strcasecmp(codec + strlen(codec) - 3, "sig") == 0;
  file->strict = strcmp(py_as_string(file->errors)->data, "strict") == 0;
  file->newline = py_is_none(newline) ? 'u' : 'n';
  if (py_is_str(newline) && py_as_string(newline)->length)
    file->newline = py_as_string(newline)->length == 2 ? 'w' : py_as_string(newline)->data[0];
  return file;
}

static bool is_open(const File *file, const char *binary_text) {
  if (file->stream) return true;
  py_raise(&py_ValueError, "%s", file->binary && binary_text ? binary_text : "I/O operation on closed file.");
  return false;
}
static bool usable(File *file, bool writing) {
  if (!is_open(file, writing ? "write to closed file" : file->writes && file->reads ? NULL : "read of closed file"))
    return false;
  if (file->text) file->text->valid = 0;
  if (writing ? file->writes : file->reads) return true;
  py_raise(&builtins_unsupported_type, "%s",
           file->binary ? writing ? "write" : "read"
           : writing    ? "not writable"
                        : "not readable");
  return false;
}

static Value failed_io(void) { return builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED); }

/* C wants a change of position between reading and writing; both directions call this first. */
static void turn(File *file, bool writing) {
  if (file->reads && file->writes && file->wrote != writing) fseek(file->stream, 0, SEEK_CUR);
  file->wrote = writing;
  if (writing) file->valid = 0;
  if (writing || !file->mark || ftell(file->stream) != 0) return;
  /* utf-8-sig: the mark is no part of the text. */
  char first[3];
  if (fread(first, 1, 3, file->stream) != 3 || memcmp(first, "\xEF\xBB\xBF", 3) != 0) rewind(file->stream);
}

static Value decode(const File *file, const char *bytes, size_t length) {
  Value value = py_bytes(bytes, length);
  Value how[2] = {file->encoding, file->errors};
  if (file->mark) how[0] = py_text("utf-8");
  Value text = py_is_error(value) || py_is_error(how[0]) ? PY_ERROR : py_call_method(value, "decode", how, 2);
  py_drop(value);
  if (file->mark) py_drop(how[0]);
  return text;
}

/* Looks a chunk ahead for bytes that are no UTF-8, as Python does, which decodes a chunk at a time. */
static bool check_ahead(File *file) {
  if (file->binary || file->borrowed || !file->wide || !file->strict || file->valid > 0) return true;
  char bytes[CHUNK];
  long at = ftell(file->stream);
  ssize_t got = at < 0 ? -1 : pread(fileno(file->stream), bytes, sizeof bytes, at);
  file->valid = INT64_MAX; /* a pipe: lines are decoded one by one */
  if (got <= 0) return true;
  long broken = utf8_find_broken(bytes, (size_t)got);
  if (broken >= 0 && got == CHUNK && broken >= got - 3) {
    got = broken; /* a character that the chunk's end cuts */
    broken = -1;
  }
  file->valid = got > 0 ? got : 1;
  if (broken < 0) return true;
  Value text = decode(file, bytes, (size_t)got);
  py_drop(text);
  file->valid = 0;
  return !py_is_error(text);
}

/* What was read, as bytes or as text. */
static Value content(File *file, Text *text) {
  Value result;
  if (text->failed) {
    result = py_raise(&py_MemoryError, "out of memory");
  } else if (file->binary) {
    result = py_bytes(text_string(text), text->length);
  } else {
    bool plain = true;
    if (file->utf8) plain = text->length == 0 || utf8_find_broken(text->data, text->length) < 0;
    else for (size_t i = 0; plain && i < text->length; i++) plain = (signed char)text->data[i] >= 0;
    result = plain ? py_text_bytes(text_string(text), text->length)
                   : decode(file, text_string(text), text->length);
  }
  text_free(text);
  return result;
}

/* The next byte; with universal newlines every line ends with "\n". */
static int next_byte(File *file) {
  int c = getc_unlocked(file->stream);
  file->valid--;
  if (c != '\r' || file->newline != 'u') return c;
  int next = getc_unlocked(file->stream);
  if (next != '\n' && next != EOF) ungetc(next, file->stream);
  else file->valid--;
  return '\n';
}

/* All the rest. */
static Value read_all(File *file) {
  Text text = {0};
  char bytes[1 << 14];
  for (size_t got; (got = fread(bytes, 1, sizeof bytes, file->stream)) > 0;) text_add_bytes(&text, bytes, got);
  if (file->newline == 'u' && text.length && memchr(text.data, '\r', text.length)) {
    size_t to = 0;
    for (size_t from = 0; from < text.length; from++) {
      char c = text.data[from];
      if (c == '\r' && from + 1 < text.length && text.data[from + 1] == '\n') from++;
      text.data[to++] = c == '\r' ? '\n' : c;
    }
    text.length = to;
  }
  return content(file, &text);
}

/* Characters one by one, gathered before they are added to a text. */
typedef struct Gather {
  char bytes[512];
  size_t count;
  Text text;
} Gather;
static inline void gather(Gather *into, int c) {
  if (into->count == sizeof into->bytes) {
    text_add_bytes(&into->text, into->bytes, into->count);
    into->count = 0;
  }
  into->bytes[into->count++] = (char)c;
}
static Value gathered(File *file, Gather *from) {
  text_add_bytes(&from->text, from->bytes, from->count);
  return content(file, &from->text);
}

/* read(n): n bytes, or characters of a text file. */
static Value file_read_method(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  int64_t most = -1;
  if (!usable(file, false)) return PY_ERROR;
  if (!py_is_none(arguments[1]) && !py_is_integer(arguments[1]))
    return py_raise(&py_TypeError, "argument should be integer or None, not '%s'",
                    py_type_label(py_type_of(arguments[1])));
  if (!py_is_none(arguments[1]) && !py_as_int(arguments[1], &most)) return PY_ERROR;
  turn(file, false);
  if (most < 0) return read_all(file);
  if (file->binary) {
    Text text = {0};
    char bytes[1 << 14];
    while ((int64_t)text.length < most) {
      size_t wanted = sizeof bytes;
      if ((size_t)most - text.length < wanted) wanted = (size_t)most - text.length;
      size_t got = fread(bytes, 1, wanted, file->stream);
      if (got == 0) break;
      text_add_bytes(&text, bytes, got);
    }
    return content(file, &text);
  }
  int64_t characters = 0;
  Gather text = {.count = 0};
  for (int c; (c = next_byte(file)) != EOF;) {
    bool starts = !file->wide || (c & 0xC0) != 0x80;
    if (starts && characters == most) {
      ungetc(c, file->stream);
      break;
    }
    characters += starts;
    gather(&text, c);
  }
  return gathered(file, &text);
}

/* A line that lies whole in the stream's own buffer and ends with "\n" alone, which is nearly every one: looked for and
 * copied at once. PY_UNDEFINED where there is none. */
static Value buffered_line(File *file) {
#if defined(__GLIBC__)
  FILE *stream = file->stream;
  if (file->binary || !file->utf8 || file->newline == '\r' || file->newline == 'w') return PY_UNDEFINED;
  const char *from = stream->_IO_read_ptr;
  if (from == NULL || from >= stream->_IO_read_end) return PY_UNDEFINED;
  const char *end = memchr(from, '\n', (size_t)(stream->_IO_read_end - from));
  if (end == NULL) return PY_UNDEFINED;
  size_t length = (size_t)(end + 1 - from);
  if (memchr(from, '\r', length) != NULL || utf8_find_broken(from, length) >= 0) return PY_UNDEFINED;
  file->valid -= (int64_t)length;
  stream->_IO_read_ptr += length;
  return py_text_bytes(from, length);
#else
  return PY_UNDEFINED;
#endif
}

/* One line with its end, of at most so many characters; "" at the end of the file. */
static Value read_line(File *file, int64_t most) {
  turn(file, false);
  if (!check_ahead(file)) return PY_ERROR;
  if (most < 0) {
    Value line = buffered_line(file);
    if (line.tag != TAG_UNDEFINED) return line;
  }
  Gather text = {.count = 0};
  int64_t characters = 0;
  int before = 0;
  for (int c; (c = next_byte(file)) != EOF; before = c) {
    bool starts = !file->wide || file->binary || (c & 0xC0) != 0x80;
    if (starts && characters == most) {
      ungetc(c, file->stream);
      break;
    }
    characters += starts;
    gather(&text, c);
    char end = file->newline;
    if (end == '\r' || end == 'w') {
      if (end == '\r' ? c == '\r' : c == '\n' && before == '\r') break;
    } else if (c == '\n') {
      break;
    } else if (c == '\r' && !file->binary && end == 'n') { /* newline='': any of the three ends it */
      int next = getc_unlocked(file->stream);
      if (next == '\n') gather(&text, '\n');
      else if (next != EOF) ungetc(next, file->stream);
      break;
    }
  }
  return gathered(file, &text);
}
static Value file_readline(const NativeRow *row, Value *arguments) {
  int64_t most;
  if (!is_open(file_of(arguments[0]), "readline of closed file") || !usable(file_of(arguments[0]), false) ||
      !py_as_int(arguments[1], &most))
    return PY_ERROR;
  return read_line(file_of(arguments[0]), most < 0 ? -1 : most);
}
static Value file_next(Value self) {
  if (!usable(file_of(self), false)) return PY_ERROR;
  Value line = read_line(file_of(self), -1);
  file_of(self)->iterating = !file_of(self)->binary;
  if (py_is_error(line) || py_length(line) > 0) return line;
  file_of(self)->iterating = false;
  py_drop(line);
  return PY_UNDEFINED;
}
static Value file_iter(Value self) {
  return is_open(file_of(self), "I/O operation on closed file.") ? py_keep(self) : PY_ERROR;
}
static Value file_readlines(const NativeRow *row, Value *arguments) {
  int64_t hint = -1, read = 0;
  if (!py_is_none(arguments[1]) && !py_as_int(arguments[1], &hint)) return PY_ERROR;
  if (hint <= 0) return py_to_list(arguments[0]);
  Value list = py_list(8);
  while (!py_is_error(list) && read < hint) {
    Value line = file_next(arguments[0]);
    if (py_is_undefined(line)) break;
    if (!py_is_error(line)) read += py_length(line);
    if (py_list_append_steal(py_as_list(list), line)) continue;
    py_drop(list);
    list = PY_ERROR;
  }
  return list;
}

/* Writes text with its line ends as the file wants them. */
static bool write_text(File *file, const char *bytes, size_t length) {
  const char *end = file->newline == 'w' ? "\r\n" : file->newline == '\r' ? "\r" : NULL;
  if (end == NULL) return fwrite(bytes, 1, length, file->stream) == length;
  for (size_t at = 0; at < length;) {
    const char *stop = memchr(bytes + at, '\n', length - at);
    size_t part = stop ? (size_t)(stop - bytes) - at : length - at;
    if (fwrite(bytes + at, 1, part, file->stream) != part) return false;
    if (stop && fputs(end, file->stream) == EOF) return false;
    at += part + (stop != NULL);
  }
  return true;
}
static Value file_write(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  if (!file->binary && !py_is_str(arguments[1]) && file->stream)
    return py_raise(&py_TypeError, "write() argument must be str, not %s", py_type_label(py_type_of(arguments[1])));
  if (!usable(file, true)) return PY_ERROR;
  turn(file, true);
  if (file->binary) {
    Value bytes = arguments[1], made = PY_UNDEFINED;
    const char *data;
    int64_t count;
    if (bytes_view(bytes, &data, &count)) {
      bool whole = (int64_t)fwrite(data, 1, (size_t)count, file->stream) == count;
      return whole ? py_int(count) : failed_io();
    }
    if (!py_is_bytes(bytes)) { /* whatever else hands its bytes out: arrays do */
      Value method = bytes.tag == TAG_OBJECT && !py_is_str(bytes) ? py_find_attr(bytes, py_intern("tobytes"))
                                                                  : PY_UNDEFINED;
      if (py_is_error(method)) return PY_ERROR;
      if (py_is_undefined(method))
        return py_raise(&py_TypeError, "a bytes-like object is required, not '%s'", py_type_label(py_type_of(bytes)));
      made = py_call_values(method, NULL, 0);
      py_drop(method);
      if (py_is_error(made)) return made;
      bytes = made;
    }
    size_t length = (size_t)py_as_bytes(bytes)->count;
    bool written = fwrite(py_as_bytes(bytes)->data, 1, length, file->stream) == length;
    py_drop(made);
    return written ? py_int((int64_t)length) : failed_io();
  }
  String *text = py_as_string(arguments[1]);
  if (file->mark && ftell(file->stream) == 0) fputs("\xEF\xBB\xBF", file->stream);
  bool written;
  bool plain = file->utf8 && (text->length == text->count || codec_find_surrogate(text->data, text->length) < 0);
  if (plain || text->length == text->count) {
    written = write_text(file, text->data, (size_t)text->length);
  } else {
    Value how[2] = {file->encoding, file->errors};
    Value bytes = py_call_method(arguments[1], "encode", how, 2);
    if (py_is_error(bytes)) return bytes;
    written = write_text(file, py_as_bytes(bytes)->data, (size_t)py_as_bytes(bytes)->count);
    py_drop(bytes);
  }
  return written ? py_int(text->count) : failed_io();
}
static Value file_writelines(const NativeRow *row, Value *arguments) {
  if (!usable(file_of(arguments[0]), true)) return PY_ERROR;
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
  if (!is_open(file, "seek of closed file")) return PY_ERROR;
  if (whence < 0 || whence > 2)
    return file->binary ? py_raise(&py_ValueError, "whence value %lld unsupported", (long long)whence)
                        : py_raise(&py_ValueError, "invalid whence (%lld, should be 0, 1 or 2)", (long long)whence);
  if (!file->binary && whence && offset)
    return py_raise(&builtins_unsupported_type, "can't do nonzero %s-relative seeks", whence == 1 ? "cur" : "end");
  if (whence == 0 && offset < 0 && !file->binary)
    return py_raise(&py_ValueError, "negative seek position %lld", (long long)offset);
  file->valid = 0;
  file->iterating = false;
  if (fseek(file->stream, (long)offset, whence == 1 ? SEEK_CUR : whence == 2 ? SEEK_END : SEEK_SET) != 0)
    return failed_io();
  return py_int(ftell(file->stream));
}
static Value file_tell(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  if (!is_open(file, "I/O operation on closed file")) return PY_ERROR;
  if (file->iterating) return py_raise(&py_OSError, "telling position disabled by next() call");
  if (file->wrote) fflush(file->stream);
  long at = ftell(file->stream);
  return at < 0 ? failed_io() : py_int(at);
}
static Value file_truncate(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  if (!is_open(file, "truncate of closed file")) return PY_ERROR;
  if (!file->writes) return py_raise(&builtins_unsupported_type, "truncate");
  fflush(file->stream);
  int64_t size = ftell(file->stream);
  if (!py_is_none(arguments[1]) && !py_as_int(arguments[1], &size)) return PY_ERROR;
  return ftruncate(fileno(file->stream), size) == 0 ? py_int(size) : failed_io();
}
/* readable, writable, seekable, isatty: row->data is the first letter. */
static Value file_can(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  /* What is open for one direction says no to the other one even when closed, as CPython's does. */
  const char what = *(const char *)row->data;
  if ((what == 'r' && !file->reads) || (what == 'w' && !file->writes)) return PY_FALSE;
  if (file->stream == NULL) return py_raise(&py_ValueError, "I/O operation on closed file");
  switch (what) {
  case 'r': return py_bool(file->reads);
  case 'w': return py_bool(file->writes);
  case 'i': return py_bool(isatty(fileno(file->stream)));
  default: return py_bool(lseek(fileno(file->stream), 0, SEEK_CUR) >= 0);
  }
}
static Value file_fileno(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  if (file->stream == NULL) return py_raise(&py_ValueError, "I/O operation on closed file");
  return py_int(fileno(file->stream));
}
static Value file_flush(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  if (!is_open(file, "flush of closed file")) return PY_ERROR;
  return file->writes && fflush(file->stream) != 0 ? failed_io() : PY_NONE;
}
static Value file_close(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  if (file->text) file = file->text;
  FILE *stream = file->stream;
  file->stream = NULL;
  if (file->bytes) file->bytes->stream = NULL;
  if (stream && !file->borrowed && fclose(stream) != 0) return failed_io();
  return PY_NONE;
}
static Value file_enter(const NativeRow *row, Value *arguments) {
  return is_open(file_of(arguments[0]), "I/O operation on closed file.") ? py_keep(arguments[0]) : PY_ERROR;
}
static Value file_exit(const NativeRow *row, Value *arguments) { return file_close(row, arguments); }

static Value file_repr(Value self) {
  File *file = file_of(self);
  Text text = {0};
  text_addf(&text, "<_io.%s name=", py_type_of(self)->name);
  if (!py_repr_to(&text, file->name)) {
    text_free(&text);
    return PY_ERROR;
  }
  if (!file->binary) text_addf(&text, " mode='%s' encoding='%s'", file->mode, py_as_string(file->encoding)->data);
  text_add_char(&text, '>');
  return py_text_take(&text);
}
static Value file_name(Value self) { return py_keep(file_of(self)->name); }
static Value file_mode(Value self) { return py_text(file_of(self)->mode); }
static Value file_closed(Value self) { return py_bool(file_of(self)->stream == NULL); }
static Value file_encoding(Value self) { return py_keep(file_of(self)->encoding); }
static Value file_errors(Value self) { return py_keep(file_of(self)->errors); }
/* The same stream, by bytes. */
static Value file_buffer(Value self) {
  File *file = file_of(self);
  if (file->bytes) return py_keep(py_object(file->bytes));
  File *made = py_new(file->reads && file->writes ? &builtins_random_type
                      : file->reads               ? &builtins_reader_type
                                                  : &builtins_writer_type);
  if (made == NULL) return PY_ERROR;
  made->stream = file->stream;
  made->binary = made->borrowed = true;
  made->reads = file->reads;
  made->writes = file->writes;
  made->newline = 'n';
  made->name = py_keep(file->name);
  made->encoding = made->errors = made->newline_given = PY_NONE;
  snprintf(made->mode, sizeof made->mode, "%s", made->reads && made->writes ? "rb+" : made->reads ? "rb" : "wb");
  made->text = file;
  file->bytes = made;
  return py_keep(py_object(made));
}

static const NativeRow methods[] = {
    {"read", "self, size=None, /", "The rest of the file, or so many bytes or characters.", file_read_method, NULL},
    {"readline", "self, size=-1, /", "The next line.", file_readline, NULL},
    {"readlines", "self, hint=None, /", "The lines as a list.", file_readlines, NULL},
    {"write", "self, text, /", "Writes text, or bytes.", file_write, NULL},
    {"writelines", "self, lines, /", "Writes every item.", file_writelines, NULL},
    {"seek", "self, offset, whence=0, /", "Goes to a place.", file_seek, NULL},
    {"tell", "self", "The place.", file_tell, NULL},
    {"truncate", "self, size=None, /", "Cuts the file off.", file_truncate, NULL},
    {"readable", "self", "Whether it can be read.", file_can, "r"},
    {"writable", "self", "Whether it can be written.", file_can, "w"},
    {"seekable", "self", "Whether seek works.", file_can, "s"},
    {"isatty", "self", "Whether it is a terminal.", file_can, "i"},
    {"fileno", "self", "The system's number of the file.", file_fileno, NULL},
    {"flush", "self", "Hands what was written to the system.", file_flush, NULL},
    {"close", "self", "Closes the file.", file_close, NULL},
    {"__enter__", "self", "For `with`.", file_enter, NULL},
    {"__exit__", "self, *args", "Closes the file.", file_exit, NULL},
    {0},
};
/* readinto(buffer): bytes into what holds them already. */
static Value file_readinto(const NativeRow *row, Value *arguments) {
  File *file = file_of(arguments[0]);
  if (!usable(file, false)) return PY_ERROR;
  char *data;
  int64_t count;
  if (!bytes_writable(arguments[1], &data, &count))
    return py_raise(&py_TypeError, "readinto() argument must be read-write bytes-like object, not %s",
                    py_type_label(py_type_of(arguments[1])));
  turn(file, false);
  size_t got = fread(data, 1, (size_t)count, file->stream);
  return got == 0 && ferror(file->stream) ? failed_io() : py_int((int64_t)got);
}
static const NativeRow binary_methods[] = {
    {"readinto|readinto1", "self, buffer, /", "Reads bytes into a bytearray, a memoryview or an array.", file_readinto,
     NULL},
    {"read1", "self, size=-1, /", "Some bytes.", file_read_method, NULL},
    {0},
};

static const PropertyRow properties[] = {
    {"name", "What it was opened by.", file_name, NULL},
    {"mode", "How it was opened.", file_mode, NULL},
    {"closed", "Whether it is closed.", file_closed, NULL},
    {0},
};
static const PropertyRow text_properties[] = {
    {"name", "What it was opened by.", file_name, NULL},
    {"mode", "How it was opened.", file_mode, NULL},
    {"closed", "Whether it is closed.", file_closed, NULL},
    {"encoding", "The encoding of its text.", file_encoding, NULL},
    {"errors", "What happens to bytes that are no text.", file_errors, NULL},
    {"buffer", "The same file by bytes.", file_buffer, NULL},
    {0},
};
Type builtins_unsupported_type = {.name = "UnsupportedOperation", .module = "io", .base = &py_OSError};
#define FILE_TYPE(name_, properties_, more_)                                                                             \
  {.head = {&py_type_type, 1}, .name = name_, .module = "_io", .help = "A file.", .base = &py_object_type,        \
   .size = sizeof(File), .dealloc = file_dealloc, .repr = file_repr, .iter = file_iter, .next = file_next,        \
   .methods = methods, .more_methods = more_, .properties = properties_}
Type builtins_file_type = FILE_TYPE("TextIOWrapper", text_properties, NULL);
Type builtins_reader_type = FILE_TYPE("BufferedReader", properties, binary_methods);
Type builtins_writer_type = FILE_TYPE("BufferedWriter", properties, binary_methods);
Type builtins_random_type = FILE_TYPE("BufferedRandom", properties, binary_methods);
