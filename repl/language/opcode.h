/* The instructions of the virtual machine: a stack machine whose hot instructions take operands straight from locals
 * and constants.
 *
 * An instruction is 8 bytes: op, a 16-bit field c, and either a 32-bit argument or two 16-bit operands a and b.
 *
 * Binary operations and comparisons come in six modes, by where the operands are: S the stack, L a local (a or b is its
 * slot), C a constant (b is its index). Their c is the slot that takes the result, or DEST_PUSH; DEST_IN_PLACE is added
 * for `x op= y`. A branching comparison (LT_..._JUMP) is followed by a JUMP_IF_FALSE or JUMP_IF_TRUE, which it carries
 * out itself. */
#ifndef NNSH_REPL_LANGUAGE_OPCODE_H
#define NNSH_REPL_LANGUAGE_OPCODE_H

#include <stdint.h>

typedef struct Instruction {
  uint16_t op;
  uint16_t c;
  union {
    int32_t arg;
    struct {
      uint16_t a, b;
    };
  };
} Instruction;

enum { DEST_PUSH = 0x7FFF, DEST_IN_PLACE = 0x8000, OPERAND_LIMIT = 0x7FF0 };

/* Binary operations with fast paths: name and BinaryOp. GENERIC's BinaryOp is in the following instruction's arg. */
#define FAST_BINARY_ROWS(ROW) ROW(ADD) ROW(SUB) ROW(MUL) ROW(DIV) ROW(FLOORDIV) ROW(MOD)
#define COMPARE_ROWS(ROW) ROW(LT) ROW(LE) ROW(EQ) ROW(NE) ROW(GT) ROW(GE)

/* Order of modes: within a family, op + mode. */
typedef enum OperandMode { MODE_SS, MODE_SL, MODE_SC, MODE_LS, MODE_LL, MODE_LC, MODE_COUNT } OperandMode;
#define MODES(ROW, prefix, suffix)                                                                                     \
  ROW(prefix##_SS##suffix)                                                                                             \
  ROW(prefix##_SL##suffix) ROW(prefix##_SC##suffix) ROW(prefix##_LS##suffix) ROW(prefix##_LL##suffix)                  \
      ROW(prefix##_LC##suffix)

/* What each does: stack before -- after. */
#define OPCODE_ROWS(ROW)                                                                            \
  ROW(POP)              /* a -- */                                                                  \
  ROW(DUP)              /* a -- a a */                                                              \
  ROW(DUP_TWO)          /* a b -- a b a b */                                                        \
  ROW(SWAP)             /* a b -- b a */                                                            \
  ROW(ROT_THREE)        /* a b c -- c a b */                                                        \
  ROW(LOAD_CONST)       /* -- constant[arg] */                                                      \
  ROW(LOAD_LOCAL)       /* -- local[arg] */                                                         \
  ROW(STORE_LOCAL)      /* a -- */                                                                  \
  ROW(DELETE_LOCAL)                                                                                 \
  ROW(LOAD_CELL)        /* -- value of the cell in local[arg] */                                    \
  ROW(LOAD_CLASS_CELL)  /* in a class body: its dict, then as LOAD_CELL */                           \
  ROW(STORE_CELL)                                                                                   \
  ROW(DELETE_CELL)                                                                                  \
  ROW(MAKE_CELL)        /* local[arg] becomes a cell that holds what was there */                   \
  ROW(LOAD_CLOSURE)     /* -- the cell itself */                                                    \
  ROW(LOAD_GLOBAL)      /* -- names[arg], from globals or builtins */                               \
  ROW(STORE_GLOBAL)                                                                                 \
  ROW(DELETE_GLOBAL)                                                                                \
  ROW(LOAD_NAME)        /* in a class body: its dict, then as LOAD_GLOBAL */                        \
  ROW(STORE_NAME)                                                                                   \
  ROW(DELETE_NAME)                                                                                  \
  ROW(LOAD_ATTR)        /* a -- a.name of lookups[arg] */                                                \
  ROW(LOAD_ATTR_LOCAL)  /* -- local[c].name */                                                      \
  ROW(STORE_ATTR)       /* value a -- */                                                            \
  ROW(DELETE_ATTR)      /* a -- */                                                                  \
  ROW(LOAD_METHOD)      /* a -- function a, or UNDEFINED bound */                                   \
  ROW(LOAD_METHOD_LOCAL)/* -- function local[c], or UNDEFINED bound */                              \
  ROW(CALL)             /* f a... -- result; c arguments */                                         \
  ROW(CALL_METHOD)      /* function self a... -- result; c arguments without self */                \
  ROW(CALL_KEYWORDS)    /* f a... -- result; c values, the last ones named by constant[arg] */      \
  ROW(CALL_UNPACKED)    /* f tuple [dict] -- result; c: there is a dict */                          \
  ROW(UNARY)            /* a -- op(a); c: UnaryOp */                                                \
  ROW(NOT)              /* a -- not a */                                                            \
  ROW(IN)               /* a b -- a in b; c: negated */                                             \
  ROW(IS)               /* a b -- a is b; c: negated */                                             \
  ROW(JUMP)                                                                                         \
  ROW(JUMP_BACK)        /* polls for Ctrl-C */                                                      \
  ROW(JUMP_IF_FALSE)    /* a -- */                                                                  \
  ROW(JUMP_IF_TRUE)     /* a -- */                                                                  \
  ROW(JUMP_IF_FALSE_OR_POP) /* a -- a when jumping, -- when not */                                  \
  ROW(JUMP_IF_TRUE_OR_POP)                                                                          \
  ROW(STORE_SUBSCRIPT)  /* value a key -- */                                                        \
  ROW(STORE_SUBSCRIPT_LOCALS) /* value -- ; local[a][local[b]] = value */                           \
  ROW(DELETE_SUBSCRIPT) /* a key -- */                                                              \
  ROW(BUILD_TUPLE)      /* arg items */                                                             \
  ROW(BUILD_LIST)                                                                                   \
  ROW(BUILD_SET)                                                                                    \
  ROW(BUILD_DICT)       /* arg pairs */                                                             \
  ROW(BUILD_STRING)     /* arg strings */                                                           \
  ROW(BUILD_SLICE)      /* start stop [step]; c: 2 or 3 */                                          \
  ROW(LIST_APPEND)      /* a -- ; the list is arg below a */                                        \
  ROW(SET_ADD)                                                                                      \
  ROW(DICT_ADD)         /* key value -- ; the dict is arg below key */                              \
  ROW(LIST_EXTEND)      /* a -- ; the list is below; c: 1 in a call (its message differs) */        \
  ROW(SET_UPDATE)                                                                                   \
  ROW(DICT_UPDATE)                                                                                  \
  ROW(DICT_MERGE)       /* as DICT_UPDATE, for ** in a call: the callee is arg below the dict */    \
  ROW(LIST_TO_TUPLE)                                                                                \
  ROW(FORMAT)           /* a [spec] -- text; c: conversion, arg: there is a spec */                 \
  ROW(UNPACK)           /* a -- items, first on top; arg of them */                                 \
  ROW(UNPACK_STAR)      /* a -- items; c before the starred one, arg after it */                    \
  ROW(GET_ITER)                                                                                     \
  ROW(FOR_PREPARE)      /* iterable -- state of a loop (three values) */                            \
  ROW(FOR_NEXT)         /* -- item, or into local c; at the end drops the state and jumps */        \
  ROW(RETURN)                                                                                       \
  ROW(YIELD)            /* a -- sent */                                                             \
  ROW(YIELD_FROM)       /* iterator sent -- result */                                               \
  ROW(GET_AWAITABLE)    /* a -- iterator; c: AwaitOrigin */                                         \
  ROW(GET_ASYNC_ITER)   /* a -- a.__aiter__() */                                                    \
  ROW(GET_ASYNC_NEXT)   /* -- iterator of __anext__() of what lies three values below */            \
  ROW(END_ASYNC_FOR)    /* exception -- ; goes on with it unless it is StopAsyncIteration */        \
  ROW(WRAP_YIELDED)     /* a -- a as a value that an asynchronous generator yields */               \
  ROW(MAKE_FUNCTION)    /* [defaults] [keyword defaults] [annotations] [closure] -- function of child arg; c: which */ \
  ROW(SETUP_ANNOTATIONS)/* makes __annotations__ of the module or class body where it is not there */ \
  ROW(STORE_ANNOTATION) /* a -- ; __annotations__[constant[arg]] = a */                             \
  ROW(BUILD_CLASS)      /* body bases [keywords] -- class; constant[arg] its name, c: keywords */   \
  ROW(IMPORT)           /* -- module names[arg] (the first of a dotted one, or c: the last) */      \
  ROW(IMPORT_RELATIVE)  /* -- module names[arg] (which may be "") of the package c levels up */     \
  ROW(IMPORT_FROM)      /* module -- module module.names[arg] */                                    \
  ROW(IMPORT_STAR)      /* module -- */                                                             \
  ROW(RAISE)            /* [value [cause]] -- ; c of them */                                        \
  ROW(RERAISE)          /* exception -- ; goes on with it */                                        \
  ROW(RERAISE_HANDLER)  /* previous handled exception -- ; ends a handler by the new exception */   \
  ROW(PUSH_HANDLED)     /* exception -- previous exception; it is being handled now */              \
  ROW(POP_HANDLED)      /* previous exception -- */                                                 \
  ROW(MATCH_EXCEPTION)  /* exception pattern -- exception truth */                                  \
  ROW(MATCH)            /* subject values -- captures truth; constant[arg]: the pattern, c: its names */ \
  ROW(WITH_ENTER)       /* manager -- exit value; c: `async with` */                                \
  ROW(WITH_EXIT)        /* exit -- ; calls it without an exception; c: `async with`, -- result */   \
  ROW(WITH_EXCEPT)      /* exit previous exception -- exit previous exception truth; c: result */   \
  ROW(ASSERT_FAIL)      /* [message] -- ; raises; c: there is a message */                          \
  ROW(ECHO)             /* a -- ; the prompt's echo */                                              \
  ROW(COMPARE)          /* a b -- a op b; c: CompareOp */                                           \
  MODES(ROW, BINARY, )  /* the BinaryOp is in the next instruction's arg */                         \
  MODES(ROW, ADD, ) MODES(ROW, SUB, ) MODES(ROW, MUL, ) MODES(ROW, DIV, ) MODES(ROW, FLOORDIV, )    \
  MODES(ROW, MOD, ) MODES(ROW, SUBSCRIPT, )                                                         \
  MODES(ROW, LT, _JUMP) MODES(ROW, LE, _JUMP) MODES(ROW, EQ, _JUMP) MODES(ROW, NE, _JUMP)           \
  MODES(ROW, GT, _JUMP) MODES(ROW, GE, _JUMP)                                                       \
  ROW(EXTRA)            /* carries the argument of the instruction before */                          \
  /* Those that stand for themselves and the instructions after them, which stay where they are: they carry out all of \
   * them where no call is needed, and else only the first, as if nothing had been joined (unit_close puts them). */ \
  ROW(LOAD_LOCAL_LOAD_LOCAL)                                                                        \
  ROW(LOAD_LOCAL_RETURN)                                                                            \
  ROW(LOAD_CONST_RETURN)                                                                            \
  ROW(LOAD_LOCAL_STORE_ATTR)                                                                        \
  ROW(LOAD_LOCAL_LOAD_CONST_STORE_SUBSCRIPT)                                                        \
  ROW(LOAD_CONST_STORE_SUBSCRIPT_LOCALS)                                                            \
  ROW(FOR_NEXT_PAIR)    /* FOR_NEXT, UNPACK of two and, where they follow, two STORE_LOCAL */

typedef enum Opcode {
#define OPCODE_ENUM(name) DO_##name,
  OPCODE_ROWS(OPCODE_ENUM)
#undef OPCODE_ENUM
  OPCODE_COUNT
} Opcode;

/* Where an awaitable came from: its message says so. */
typedef enum AwaitOrigin { AWAIT_EXPRESSION, AWAIT_ENTER, AWAIT_EXIT } AwaitOrigin;

enum { FUNCTION_DEFAULTS = 1, FUNCTION_KEYWORD_DEFAULTS = 2, FUNCTION_CLOSURE = 4, FUNCTION_ANNOTATIONS = 8 };

const char *opcode_name(Opcode op);

#endif
