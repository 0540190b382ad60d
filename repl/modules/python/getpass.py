"""getpass: who is at the keyboard."""
import os as _os
import sys as _sys


class GetPassWarning(UserWarning):
    """The word is shown."""

    __module__ = 'getpass'


def getuser():
    """The name of the user."""
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        if _os.environ.get(name):
            return _os.environ[name]
    return _os.getlogin()


def getpass(prompt='Password: ', stream=None):
    """Refused: nnsh reads no secrets."""
    raise PermissionError('getpass.getpass() is refused: nnsh reads no secrets')
