"""What programs import from IPython: get_ipython, and IPython.display."""


def get_ipython():
    """What runs a notebook's magics; None outside of notebooks and of the prompt."""
    import builtins
    ask = getattr(builtins, "get_ipython", None)
    return ask() if ask is not None else None


def embed(*args, **kwargs):
    raise NotImplementedError("nnsh has no embedded prompt; nnsh -i FILE goes on at the prompt")


version_info = (8, 0, 0, "")
__version__ = "8.0.0"
