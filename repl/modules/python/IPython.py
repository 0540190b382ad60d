"""IPython: what notebooks ask for, as far as a shell has it."""
version_info = (8, 0, 0)
__version__ = '8.0.0'


def get_ipython():
    """None: this is no notebook."""
    return None
