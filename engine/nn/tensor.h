/* The graph of primitive ops, private to engine/nn. A tensor is an immutable, reference counted node; an edge is a
 * strong reference from a node to its inputs, so the graph is acyclic and goes away with its last output.
 *
 * Who holds whom: a tensor holds its inputs, its variable or constant, and (where it is the result of a layer's call)
 * its NnCall, which holds the layer and the tensors that were passed in. A layer never holds a tensor that comes after
 * it: that would be a cycle. A model holds its input and output tensors, and through them its layers; the output that a
 * model's own call produces belongs to the caller. A layer that returns its input unchanged appends an `identity` op,
 * so that the result has a call of its own.
 *
 * The ops between two layers' results belong to the later layer's call; the plan fuses over all of them alike. */
#ifndef NNSH_ENGINE_NN_TENSOR_H
#define NNSH_ENGINE_NN_TENSOR_H

#include "engine/nn/layer.h"

typedef struct NnOp NnOp; /* op.h */

typedef enum NnTensorKind { NN_TENSOR_INPUT, NN_TENSOR_VARIABLE, NN_TENSOR_CONSTANT, NN_TENSOR_OP } NnTensorKind;

/* What an op is told beside its inputs. Each row in op.h's table says what its slots mean; unused ones are zero. */
typedef struct NnAttributes {
  double real[4];
  int64_t integer[4];
  NnShape shape;
} NnAttributes;

/* One call of a layer: where a symbolic tensor comes from. */
typedef struct NnCall {
  _Atomic int64_t references;
  NnLayer *layer;    /* strong; NULL once nn_call_new's caller has none */
  NnTensor **inputs; /* strong: the tensors that were passed in, in order */
  int input_count;
  int node_index;    /* the how-manyth call of this layer, from 0 */
  int training;      /* what the call was given: 1, 0, or -1 for nothing */
  /* What this call adds to the loss (activity regularizers): scalars, or one number a sample, whose mean counts. They
   * must not depend on the tensor that carries this call: take them from the op before it. */
  NnTensor **losses; /* strong */
  int loss_count;
} NnCall;

struct NnTensor {
  _Atomic int64_t references;
  uint64_t id; /* rises with creation, so inputs have smaller ids: sorting by id is a topological order */
  NnTensorKind kind;
  const NnOp *op;
  NnAttributes attributes;
  NnTensor **inputs; /* strong */
  int input_count;
  NnShape
      shape; /* -1: the batch, known when a plan runs (at dims[0], where no op has moved it); -k: k times the batch */
  struct NnTensor
      *mask; /* strong, or NULL: [batch, steps], 0 where a step does not count; set once, right after creation */
  NdType type;
  NnVariable *variable; /* strong */
  NdArray *constant;    /* strong */
  NnCall *call;         /* strong, or NULL: a node inside a layer */
  /* Of an input: what `before`, a layer of the language that no plan can run (texts to numbers), makes of `source`, an
   * input too, before a plan runs; both strong, or NULL. */
  NnLayer *before;
  struct NnTensor *source;
  void *later;          /* of an op `later`: the call that it stands for, a handle of the language's (user.h) */
  int call_output;      /* which output of the call */
  char *name;           /* or NULL */
};

/* New nodes; each returns a reference that the caller releases. `name` may be NULL. */
NnTensor *nn_tensor_input(const NnShape *shape /* with batch */, NdType type, const char *name, Error *error);
NnTensor *nn_tensor_made_before(NnLayer *before, NnTensor *source, const NnShape *shape, NdType type, Error *error);
NnTensor *nn_variable_tensor(NnVariable *variable, Error *error);
NnTensor *nn_constant(NdArray *value, Error *error); /* any dtype; used as the plan's float type */

/* Marks a fresh node as output `index` of a call, under a name ("keras_tensor_3"; copied, or NULL). Only the one who made
 * the node may do this, before anybody else sees it. */
bool nn_tensor_set_call(NnTensor *tensor, NnCall *call, int index, const char *name, Error *error);

/* A call with its inputs retained. `layer` is retained. */
NnCall *nn_call_new(NnLayer *layer, NnTensor *const *inputs, int input_count, int node_index, Error *error);
bool nn_call_add_loss(NnCall *call, NnTensor *scalar, Error *error); /* retains */
NnCall *nn_call_retain(NnCall *call);
void nn_call_release(NnCall *call);

/* Implemented beside the layers (layer.c): variables are counted too. */
NnVariable *nn_variable_retain(NnVariable *variable);
void nn_variable_release(NnVariable *variable);

/* All nodes that the outputs depend on, inputs first (rising id), each once; borrowed. core_free the list. NULL where
 * memory is short. */
NnTensor **nn_graph_nodes(NnTensor *const *outputs, int count, int *node_count, Error *error);

/* A dimension once the batch is known: -k is k times the batch. */
static inline int64_t nn_dim_at(int64_t dim, int64_t batch) { return dim < 0 ? -dim * batch : dim; }
/* Gives a fresh tensor its mask (retained; NULL: none). */
void nn_tensor_set_mask(NnTensor *tensor, NnTensor *mask);

/* Number of elements; a dimension of -n counts as n times `batch`. */
int64_t nn_shape_size(const NnShape *shape, int64_t batch);
bool nn_shape_equal(const NnShape *a, const NnShape *b);

#endif
