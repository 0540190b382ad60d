"""tempfile: files and folders that go again."""
import os
import shutil

tempdir = None
template = 'tmp'
_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_'


def gettempdir():
    """The folder for such files."""
    global tempdir
    if tempdir is None:
        folders = [os.environ.get('TMPDIR'), os.environ.get('TEMP'), os.environ.get('TMP'), '/tmp', '/var/tmp',
                   '/usr/tmp', os.getcwd()]
        for folder in [folder for folder in folders if folder]:
            if os.path.isdir(folder) and os.access(folder, os.W_OK):
                tempdir = os.path.abspath(folder)
                break
        else:
            raise FileNotFoundError(2, f'No usable temporary directory found in {[each for each in folders if each]}')
    return tempdir


def gettempprefix():
    return template


def _names(suffix, prefix, dir):
    folder = gettempdir() if dir is None else os.fspath(dir)
    for attempt in range(10000):
        name = ''.join([_LETTERS[byte % 37] for byte in os.urandom(8)])
        yield os.path.join(folder, (template if prefix is None else prefix) + name + (suffix or ''))
    raise FileExistsError(17, 'No usable temporary file name found')


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Makes a file: its number and its path."""
    for path in _names(suffix, prefix, dir):
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), os.path.abspath(path)
        except FileExistsError:
            continue


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Makes a folder: its path."""
    for path in _names(suffix, prefix, dir):
        try:
            os.mkdir(path, 0o700)
            return os.path.abspath(path)
        except FileExistsError:
            continue


def mktemp(suffix='', prefix=template, dir=None):
    """A path that is not taken."""
    for path in _names(suffix, prefix, dir):
        if not os.path.lexists(path):
            return path


class TemporaryDirectory:
    """A folder that is removed at the end of `with`."""

    __module__ = 'tempfile'

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        self.cleanup()

    def cleanup(self):
        """Removes it."""
        if os.path.isdir(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore)

    def __repr__(self):
        return '<TemporaryDirectory %r>' % self.name


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    __module__ = 'tempfile'

    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        for line in self.file:
            yield line

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete and os.path.exists(self.name):
                os.unlink(self.name)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    """A file with a name that is removed when it is closed."""
    number, path = mkstemp(suffix, prefix, dir)
    return _TemporaryFileWrapper(open(number, mode, buffering, encoding, errors, newline), path, delete)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """A file without a name."""
    number, path = mkstemp(suffix, prefix, dir)
    os.unlink(path)
    return open(number, mode, buffering, encoding, errors, newline)


SpooledTemporaryFile = TemporaryFile
