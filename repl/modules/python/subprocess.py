"""subprocess: nnsh runs no other programs; importing this is no error, running one is."""

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    """What goes wrong with other programs."""

    __module__ = 'subprocess'


class CalledProcessError(SubprocessError):
    """A program that ended with an error."""

    __module__ = 'subprocess'

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = self.stdout = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)


class TimeoutExpired(SubprocessError):
    """A program that took too long."""

    __module__ = 'subprocess'


def _refuse(name, args):
    raise PermissionError('subprocess.%s(%r) is refused: nnsh runs no other programs' % (name, args))


def run(args, *rest, **options):
    """Refused."""
    _refuse('run', args)


def call(args, *rest, **options):
    """Refused."""
    _refuse('call', args)


def check_call(args, *rest, **options):
    """Refused."""
    _refuse('check_call', args)


def check_output(args, *rest, **options):
    """Refused."""
    _refuse('check_output', args)


def getoutput(cmd, *rest, **options):
    """Refused."""
    _refuse('getoutput', cmd)


def getstatusoutput(cmd, *rest, **options):
    """Refused."""
    _refuse('getstatusoutput', cmd)


class Popen:
    """Refused."""

    __module__ = 'subprocess'

    def __init__(self, args, *rest, **options):
        _refuse('Popen', args)
