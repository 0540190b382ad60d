"""pathlib: paths as objects."""
import os as _os
import re as _re
import fnmatch as _fnmatch


def _split(text):
    """The root and the parts of a path."""
    root = ''
    if text.startswith('/'):
        root = '//' if text.startswith('//') and not text.startswith('///') else '/'
    return root, [part for part in text.split('/') if part and part != '.']


class _Parents:
    """The folders above a path, the nearest first."""

    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._names)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([self[at] for at in range(*index.indices(len(self)))])
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        path = self._path
        return path._make(path._root, path._names[:len(path._names) - index - 1])

    def __repr__(self):
        return '<%s.parents>' % type(self._path).__name__


class PurePath:
    """A path as text: nothing is looked up."""

    __module__ = 'pathlib'

    def __new__(cls, *args):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        root, names = '', []
        for argument in args:
            if isinstance(argument, PurePath):
                new_root, new_names = argument._root, argument._names
            else:
                text = _os.fspath(argument) if not isinstance(argument, str) else argument
                if not isinstance(text, str):
                    raise TypeError('argument should be a str object or an os.PathLike object returning str, not %r' %
                                    type(argument))
                new_root, new_names = _split(text)
            if new_root:
                root, names = new_root, list(new_names)
            else:
                names = names + new_names
        self._root = root
        self._names = names

    def _make(self, root, names):
        made = type(self)()
        made._root = root
        made._names = list(names)
        return made

    def __str__(self):
        return self._root + '/'.join(self._names) or '.'

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return 'file://' + quote(str(self))

    def __bytes__(self):
        return str(self).encode('utf-8')

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, str(self))

    def _key(self):
        return (self._root, tuple(self._names))

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def _order(self):
        return ([self._root] if self._root else []) + self._names

    def __lt__(self, other):
        return self._order() < other._order() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._order() <= other._order() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._order() > other._order() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._order() >= other._order() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, other):
        try:
            return type(self)(self, other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return type(self)(other, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *other):
        """The path with more parts."""
        return type(self)(self, *other)

    @property
    def parts(self):
        return tuple(([self._root] if self._root else []) + self._names)

    @property
    def drive(self):
        return ''

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def name(self):
        return self._names[-1] if self._names else ''

    @property
    def suffix(self):
        name = self.name
        at = name.rfind('.')
        return name[at:] if 0 < at < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + part for part in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind('.')
        return name[:at] if 0 < at < len(name) - 1 else name

    @property
    def parent(self):
        return self._make(self._root, self._names[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        """Whether it starts at the root."""
        return self._root != ''

    def with_name(self, name):
        """The path with another last part."""
        if not self.name:
            raise ValueError('%r has an empty name' % (self,))
        if not name or '/' in name or name == '.':
            raise ValueError('Invalid name %r' % name)
        return self._make(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        """The path with another name and the same suffix."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another suffix."""
        if '/' in suffix or suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError('Invalid suffix %r' % suffix)
        name = self.name
        if not name:
            raise ValueError('%r has an empty name' % (self,))
        old = self.suffix
        return self._make(self._root, self._names[:-1] + [(name[:-len(old)] if old else name) + suffix])

    def relative_to(self, *other):
        """The path from a folder that it lies in."""
        if not other:
            raise TypeError('need at least one argument')
        base = type(self)(*other)
        count = len(base._names)
        if self._root != base._root or self._names[:count] != base._names:
            raise ValueError('%r is not in the subpath of %r OR one path is relative and the other is absolute.' %
                             (str(self), str(base)))
        return self._make('', self._names[count:])

    def is_relative_to(self, *other):
        """Whether it lies in a folder."""
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def match(self, path_pattern):
        """Whether its last parts match a pattern."""
        root, names = _split(path_pattern)
        if not root and not names:
            raise ValueError('empty pattern')
        mine = self._names
        if root and (root != self._root or len(names) != len(mine)) or len(names) > len(mine):
            return False
        return all([_fnmatch.fnmatchcase(part, pattern) for part, pattern in zip(mine[::-1], names[::-1])])


class PurePosixPath(PurePath):
    """A path as text with slashes."""

    __module__ = 'pathlib'


class Path(PurePath):
    """A path of the file system."""

    __module__ = 'pathlib'

    def __new__(cls, *args):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        """The current folder."""
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        """The home folder."""
        return cls(_os.path.expanduser('~'))

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def exists(self):
        """Whether there is such a file or folder."""
        return _os.path.exists(self)

    def is_file(self):
        return _os.path.isfile(self)

    def is_dir(self):
        return _os.path.isdir(self)

    def is_symlink(self):
        return _os.path.islink(self)

    def is_mount(self):
        return _os.path.ismount(self)

    def stat(self, *, follow_symlinks=True):
        """What the system knows of it."""
        return _os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return _os.lstat(self)

    def chmod(self, mode, *, follow_symlinks=True):
        _os.chmod(self, mode)

    def samefile(self, other_path):
        return _os.path.samefile(self, other_path)

    def absolute(self):
        """The path from the root; links are not followed."""
        return self if self._root else type(self)(_os.getcwd(), self)

    def resolve(self, strict=False):
        """The path from the root, links followed."""
        if strict:
            _os.stat(self)
        return type(self)(_os.path.realpath(self))

    def readlink(self):
        return type(self)(_os.readlink(self))

    def expanduser(self):
        """With ~ as the home folder."""
        if not self._root and self._names and self._names[0].startswith('~'):
            home = _os.path.expanduser(self._names[0])
            if home.startswith('~'):
                raise RuntimeError('Could not determine home directory.')
            return type(self)(home, *self._names[1:])
        return self

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        """Opens the file."""
        return open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        """The file's text."""
        with open(self, 'r', -1, encoding, errors) as file:
            return file.read()

    def read_bytes(self):
        """The file's bytes."""
        with open(self, 'rb') as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Writes a text; how many characters."""
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % type(data).__name__)
        with open(self, 'w', -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        """Writes bytes; how many."""
        with open(self, 'wb') as file:
            return file.write(data)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Makes a folder."""
        try:
            _os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        """Makes an empty file, or sets its time to now."""
        if exist_ok and self.exists():
            _os.utime(self)
            return
        open(self, 'a' if exist_ok else 'x').close()

    def unlink(self, missing_ok=False):
        """Removes the file."""
        try:
            _os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Removes the empty folder."""
        _os.rmdir(self)

    def rename(self, target):
        """Renames it."""
        _os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        """Renames it over another."""
        _os.replace(self, target)
        return type(self)(target)

    def symlink_to(self, target, target_is_directory=False):
        _os.symlink(target, self)

    def hardlink_to(self, target):
        _os.link(target, self)

    def owner(self):
        return _os.getlogin()

    def iterdir(self):
        """What is in the folder."""
        for name in _os.listdir(self):
            yield self._make(self._root, self._names + [name])

    def _walk(self):
        yield self
        try:
            entries = sorted([entry.name for entry in _os.scandir(self)
                              if entry.is_dir() and not entry.is_symlink()], key=lambda name: 0)
        except OSError:
            return
        for name in entries:
            yield from self._make(self._root, self._names + [name])._walk()

    def _select(self, patterns):
        if not patterns:
            yield self
            return
        pattern, rest = patterns[0], patterns[1:]
        if pattern == '**':
            seen = set()
            for folder in self._walk():
                for path in folder._select(rest):
                    if path._key() not in seen:
                        seen.add(path._key())
                        yield path
        elif pattern == '..' or not ('*' in pattern or '?' in pattern or '[' in pattern):
            path = self._make(self._root, self._names + [pattern])
            if path.is_dir() if rest else path.exists():
                yield from path._select(rest)
        else:
            try:
                entries = list(_os.scandir(self))
            except OSError:
                return
            match = _re.compile(_fnmatch.translate(pattern)).match
            for entry in entries:
                if match(entry.name) and (not rest or entry.is_dir()):
                    yield from self._make(self._root, self._names + [entry.name])._select(rest)

    def glob(self, pattern):
        """What matches a pattern below the folder."""
        if not pattern:
            raise ValueError('Unacceptable pattern: %r' % pattern)
        root, names = _split(pattern)
        if root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        for name in names:
            if '**' in name and name != '**':
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        return self._select(names)

    def rglob(self, pattern):
        """What matches a pattern anywhere below the folder."""
        root, names = _split(pattern)
        if root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        return self._select(['**'] + names)


class PosixPath(Path, PurePosixPath):
    """A path of the file system."""

    __module__ = 'pathlib'
