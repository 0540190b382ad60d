/* Tracebacks as values: what an exception's __traceback__ shows of where it was, frame by frame. They are made when
 * asked for, from the lines that the exception keeps. */
#include "repl/types/exception_types.h"

#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"

/* One object serves as the traceback, its frame and the frame's code: each shows other attributes of it. */
typedef struct Place {
  Object head;
  Value file, function, next;
  int line;
} Place;

static Place *of(Value v) { return (Place *)v.as.object; }

static bool traverse(Object *self, PyVisit visit, void *context) {
  Place *place = (Place *)self;
  const Value held[] = {place->file, place->function, place->next};
  for (int i = 0; i < 3; i++)
    if (held[i].tag == TAG_OBJECT) visit(held[i].as.object, context);
  return true;
}
static void clear(Object *self) {
  Place *place = (Place *)self;
  const Value held[] = {place->file, place->function, place->next};
  place->file = place->function = place->next = PY_NONE;
  for (int i = 0; i < 3; i++) py_drop(held[i]);
}

static Type traceback_type, frame_type, frame_code_type;

static Value place_new(Type *type, Value file, Value function, int line, Value next) {
  Place *place = py_new(type);
  if (!place) return PY_ERROR;
  place->file = py_keep(file);
  place->function = py_keep(function);
  place->next = py_keep(next);
  place->line = line;
  return py_object(place);
}

/* The exception keeps the innermost line first; a traceback begins with the outermost. */
Value exception_traceback(const Exception *exception) {
  Value chain = PY_NONE;
  for (int i = 0; i < exception->trace_count && !py_is_error(chain); i++) {
    const TraceEntry *entry = &exception->trace[i];
    const Value file = {.tag = TAG_OBJECT, .as.object = &entry->file->head};
    const Value function = {.tag = TAG_OBJECT, .as.object = &entry->function->head};
    Value outer = place_new(&traceback_type, file, function, entry->line, chain);
    py_drop(chain);
    chain = outer;
  }
  return chain;
}

static void forget_trace(Exception *exception) {
  for (int i = 0; i < exception->trace_count; i++) {
    py_drop((Value){.tag = TAG_OBJECT, .as.object = &exception->trace[i].file->head});
    py_drop((Value){.tag = TAG_OBJECT, .as.object = &exception->trace[i].function->head});
  }
  exception->trace_count = 0;
}

/* The lines of a traceback, which its end has first. Where in a line it was is known only of the exception that the
 * traceback was made of. */
static bool add_lines(Exception *exception, Place *place, int depth) {
  enum { DEEPEST = 2000 };
  if (place->next.tag == TAG_OBJECT && depth < DEEPEST && !add_lines(exception, of(place->next), depth + 1))
    return false;
  return py_add_trace(exception, py_as_string(place->file), py_as_string(place->function), place->line, -1, place->line,
                      -1);
}

bool exception_set_traceback(Exception *exception, Value value) {
  if (py_is_none(value)) {
    forget_trace(exception);
    return true;
  }
  if (py_type_of(value) != &traceback_type) {
    py_raise(&py_TypeError, "__traceback__ must be a traceback or None");
    return false;
  }
  /* `e.__traceback__ = e.__traceback__` keeps what is known. */
  Value own = exception_traceback(exception);
  if (py_is_error(own)) return false;
  bool same = py_type_of(own) == &traceback_type;
  Value a = own, b = value;
  for (; same && a.tag == TAG_OBJECT && b.tag == TAG_OBJECT; a = of(a)->next, b = of(b)->next)
    same = of(a)->line == of(b)->line && of(a)->file.as.object == of(b)->file.as.object &&
           of(a)->function.as.object == of(b)->function.as.object;
  same = same && a.tag == b.tag;
  py_drop(own);
  if (same) return true;
  forget_trace(exception);
  return add_lines(exception, of(value), 0);
}

static Value get_line(Value self) { return py_int(of(self)->line); }
static Value get_next(Value self) { return py_keep(of(self)->next); }
static Value get_file(Value self) { return py_keep(of(self)->file); }
static Value get_function(Value self) { return py_keep(of(self)->function); }
static Value get_none(Value self) { return PY_NONE; }
static Value get_names(Value self) { return py_dict(); }
static Value get_frame(Value self) {
  return place_new(&frame_type, of(self)->file, of(self)->function, of(self)->line, PY_NONE);
}
static Value get_code(Value self) {
  return place_new(&frame_code_type, of(self)->file, of(self)->function, of(self)->line, PY_NONE);
}

static const PropertyRow traceback_properties[] = {{"tb_lineno", "the line", get_line, NULL},
                                                   {"tb_next", "the next frame inwards, or None", get_next, NULL},
                                                   {"tb_frame", "the frame", get_frame, NULL},
                                                   {"tb_lasti", "the line", get_line, NULL},
                                                   {0}};
static const PropertyRow frame_properties[] = {{"f_lineno", "the line", get_line, NULL},
                                               {"f_code", "the code", get_code, NULL},
                                               {"f_back", "None: outer frames are not kept", get_none, NULL},
                                               {"f_locals|f_globals", "empty: names are not kept", get_names, NULL},
                                               {0}};
static const PropertyRow code_properties[] = {{"co_name|co_qualname", "the name", get_function, NULL},
                                              {"co_filename", "the file", get_file, NULL},
                                              {"co_firstlineno", "the line", get_line, NULL},
                                              {0}};
#define PLACE_TYPE(variable, text, rows)                                                                           \
  static Type variable = {.name = text, .size = sizeof(Place), .traverse = traverse, .clear = clear,               \
                          .dealloc = clear, .properties = rows}
PLACE_TYPE(traceback_type, "traceback", traceback_properties);
PLACE_TYPE(frame_type, "frame", frame_properties);
PLACE_TYPE(frame_code_type, "code", code_properties);
