"""keras.mixed_precision: policies by which layers compute in half precision. They are accepted, and all is computed in
float32 here: numbers are those of Keras's "float32", a little more exact than what was asked for. Source:
keras/src/dtype_policies/dtype_policy.py."""
import warnings

_FLOATS = ("float16", "bfloat16", "float32", "float64")
_MIXED = {"mixed_float16": "float16", "mixed_bfloat16": "bfloat16"}
_now = None
_said = []


class DTypePolicy:
    """The dtypes in which a layer computes and keeps its weights."""
    __module__ = "keras.src.dtype_policies.dtype_policy"

    def __init__(self, name=None):
        name = "float32" if name is None else name
        if not isinstance(name, str):
            raise TypeError(f"'name' must be a string, such as 'mixed_float16'. Received: name={name} (of type {type(name)})")
        if name not in _FLOATS and name not in _MIXED:
            raise ValueError(f"Cannot convert '{name}' to a mixed precision DTypePolicy. Valid policies include "
                             "'mixed_float16', 'mixed_bfloat16', and the name of any float dtype such as 'float32'.")
        self._name = name

    name = property(lambda self: self._name)
    compute_dtype = property(lambda self: _MIXED.get(self._name, self._name))
    variable_dtype = property(lambda self: "float32" if self._name in _MIXED else self._name)

    def __repr__(self):
        return f'<DTypePolicy "{self._name}">'

    def __eq__(self, other):
        return isinstance(other, DTypePolicy) and self._name == other._name

    def __hash__(self):
        return hash(self._name)

    def get_config(self):
        return {"name": self._name}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


Policy = DTypePolicy


def set_dtype_policy(policy):
    """The policy of all layers to come; what is not float32 is said once to be computed in it."""
    global _now
    _now = policy if isinstance(policy, DTypePolicy) else DTypePolicy(policy)
    if _now.name != "float32" and not _said:
        _said.append(_now.name)
        warnings.warn(f"nnsh computes in float32: the policy '{_now.name}' is accepted and changes no numbers", stacklevel=2)


def dtype_policy():
    return _now or DTypePolicy("float32")


set_global_policy = set_global_dtype_policy = set_dtype_policy
global_policy = global_dtype_policy = dtype_policy


def LossScaleOptimizer(inner_optimizer, initial_scale=32768.0, dynamic_growth_steps=2000, name=None, **kwargs):
    """The optimizer itself: in float32 no gradient is too small to be scaled up."""
    return inner_optimizer
