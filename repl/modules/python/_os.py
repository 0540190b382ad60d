"""The part of os that is written in the language: the environment, walking folders, what is refused."""
import os
import _system


class PathLike:
    """What has a path: __fspath__."""

    __module__ = 'os'


def fspath(path):
    """The path of an object as text."""
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(type(path), '__fspath__'):
        return path.__fspath__()
    raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__)


def fsencode(filename):
    """A path as bytes."""
    filename = fspath(filename)
    return filename.encode('utf-8') if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as text."""
    filename = fspath(filename)
    return filename.decode('utf-8') if isinstance(filename, bytes) else filename


def getcwdb():
    """The current folder as bytes."""
    return os.getcwd().encode('utf-8')


class _Environ(dict):
    """os.environ: what is set here is handed on to the process."""

    __module__ = 'os'

    def _text(self, value):
        if not isinstance(value, str):
            raise TypeError('str expected, not %s' % type(value).__name__)
        return value

    def __getitem__(self, key):
        self._text(key)
        if key not in self:
            raise KeyError(key)
        return dict.get(self, key)

    def __setitem__(self, key, value):
        key, value = self._text(key), self._text(value)
        os.putenv(key, value)
        dict.__setitem__(self, key, value)

    def __delitem__(self, key):
        self._text(key)
        if key not in self:
            raise KeyError(key)
        os.unsetenv(key)
        dict.__delitem__(self, key)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        if key in self or not default:
            value = self[key]
            del self[key]
            return value
        return default[0]

    def update(self, *others, **names):
        for key, value in dict(*others, **names).items():
            self[key] = value

    def clear(self):
        for key in list(self):
            del self[key]

    def copy(self):
        return dict(self)

    def __repr__(self):
        return 'environ(' + dict.__repr__(self) + ')'


environ = _Environ(_system.variables())


def getenv(key, default=None):
    """A variable of the environment."""
    if not isinstance(key, str):
        raise TypeError('str expected, not %s' % type(key).__name__)
    return environ.get(key, default)


class DirEntry:
    """A name in a folder, and what it is."""

    __module__ = 'posix'

    def __init__(self, folder, name, kind):
        self.name = name
        self.path = os.path.join(folder, name)
        self._kind = kind

    def is_dir(self, *, follow_symlinks=True):
        if self._kind in 'df' or not follow_symlinks and self._kind == 'l':
            return self._kind == 'd'
        return os.path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        if self._kind in 'df' or not follow_symlinks and self._kind == 'l':
            return self._kind == 'f'
        return os.path.isfile(self.path)

    def is_symlink(self):
        return self._kind == 'l' or self._kind == '?' and os.path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return os.stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return os.lstat(self.path).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return '<DirEntry %r>' % self.name


class _Scan:
    """An iterator over a folder that `with` closes."""

    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path='.'):
    """The entries of a folder."""
    folder = '.' if path is None else fspath(path)
    return _Scan([DirEntry(folder, name, kind) for name, kind in _system.entries(path)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(folder, names of folders, names of files) for a folder and all below it."""
    top = fspath(top)
    try:
        entries = _system.entries(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders, files, below = [], [], []
    for name, kind in entries:
        path = os.path.join(top, name)
        is_folder = kind == 'd' or kind in 'l?' and os.path.isdir(path)
        (folders if is_folder else files).append(name)
        if is_folder and not topdown and (followlinks or not os.path.islink(path)):
            below.append(path)
    if topdown:
        yield top, folders, files
        for name in folders:
            path = os.path.join(top, name)
            if followlinks or not os.path.islink(path):
                yield from walk(path, topdown, onerror, followlinks)
    else:
        for path in below:
            yield from walk(path, topdown, onerror, followlinks)
        yield top, folders, files


def removedirs(name):
    """Removes a folder, and those above it as far as they are empty."""
    os.rmdir(name)
    head, tail = os.path.split(name)
    if not tail:
        head, tail = os.path.split(head)
    while head and tail:
        try:
            os.rmdir(head)
        except OSError:
            break
        head, tail = os.path.split(head)


def renames(old, new):
    """Renames, makes what folders are missing and removes those that are left empty."""
    head, tail = os.path.split(new)
    if head and tail and not os.path.exists(head):
        os.makedirs(head)
    os.rename(old, new)
    head, tail = os.path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def fdopen(fd, *args, **kwargs):
    """A file object of a number of the system's."""
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
    return open(fd, *args, **kwargs)


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    return (environ if env is None else env).get('PATH', os.defpath).split(os.pathsep)


def _refuse(what):
    raise PermissionError('%s is refused: nnsh runs no other programs' % what)


def system(command):
    """Refused: nnsh runs no other programs."""
    _refuse('os.system(%r)' % (command,))


def popen(cmd, mode='r', buffering=-1):
    """Refused: nnsh runs no other programs."""
    _refuse('os.popen(%r)' % (cmd,))


def execv(path, argv):
    """Refused: nnsh runs no other programs."""
    _refuse('os.execv(%r)' % (path,))


def fork():
    """Refused: nnsh runs no other programs."""
    _refuse('os.fork()')


def kill(pid, sig):
    """Refused: nnsh ends no other programs."""
    _refuse('os.kill(%r, %r)' % (pid, sig))


def commonprefix(m):
    """The longest text with which all paths begin."""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = [fspath(path) for path in m]
    low, high = min(m), max(m)
    for at, c in enumerate(low):
        if c != high[at]:
            return low[:at]
    return low


def commonpath(paths):
    """The longest folder that all paths lie in."""
    paths = [fspath(path) for path in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    absolute = [path.startswith('/') for path in paths]
    if any(absolute) and not all(absolute):
        raise ValueError("Can't mix absolute and relative paths")
    split = [[part for part in path.split('/') if part and part != '.'] for path in paths]
    low, high = min(split), max(split)
    common = low
    for at, part in enumerate(low):
        if part != high[at]:
            common = low[:at]
            break
    return ('/' if absolute[0] else '') + '/'.join(common)


def expandvars(path):
    """$NAME and ${NAME} as the environment has them."""
    import re
    path = fspath(path)
    if '$' not in path:
        return path

    def value(match):
        name = match.group(1)
        if name.startswith('{'):
            name = name[1:-1]
        return environ.get(name, match.group())

    return re.sub(r'\$(\w+|\{[^}]*\})', value, path, flags=re.ASCII)
