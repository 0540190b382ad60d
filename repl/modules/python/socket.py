"""socket: the name of this machine. nnsh speaks to no other."""
import os as _os

AF_INET, AF_INET6, SOCK_STREAM, SOCK_DGRAM = 2, 10, 1, 2
error = OSError
timeout = OSError


def gethostname():
    """The name of this machine."""
    return _os.uname().nodename


def getfqdn(name=''):
    return name or gethostname()


def _refuse(what):
    raise PermissionError('socket.%s is refused: nnsh opens no connections' % what)


def socket(*args, **kwargs):
    """Refused: nnsh opens no connections."""
    _refuse('socket()')


def create_connection(*args, **kwargs):
    """Refused: nnsh opens no connections."""
    _refuse('create_connection()')


def gethostbyname(hostname):
    """Refused: nnsh asks no other machine."""
    _refuse('gethostbyname()')
