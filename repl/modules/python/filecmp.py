"""filecmp: whether files and folders are the same."""
import os as _os
import stat as _stat

_cache = {}
DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs', '__pycache__']


def clear_cache():
    """Forgets which files were compared."""
    _cache.clear()


def _signature(path):
    info = _os.stat(path)
    return _stat.S_IFMT(info.st_mode), info.st_size, info.st_mtime


def _same_bytes(f1, f2):
    with open(f1, 'rb') as one, open(f2, 'rb') as other:
        while True:
            a, b = one.read(8192), other.read(8192)
            if a != b:
                return False
            if not a:
                return True


def cmp(f1, f2, shallow=True):
    """Whether two files are the same; `shallow`: files of the same size and time are."""
    a, b = _signature(f1), _signature(f2)
    if a[0] != _stat.S_IFREG or b[0] != _stat.S_IFREG:
        return False
    if shallow and a == b:
        return True
    if a[1] != b[1]:
        return False
    key = (f1, f2, a, b)
    if key not in _cache:
        _cache[key] = _same_bytes(f1, f2)
    return _cache[key]


def cmpfiles(a, b, common, shallow=True):
    """(same, different, not comparable) of the files of two folders."""
    result = [], [], []
    for name in common:
        try:
            same = cmp(_os.path.join(a, name), _os.path.join(b, name), shallow)
        except (OSError, ValueError):
            result[2].append(name)
        else:
            result[0 if same else 1].append(name)
    return result


class dircmp:
    """Two folders compared: left_only, right_only, common, same_files, diff_files, subdirs, ..."""

    def __init__(self, a, b, ignore=None, hide=None):
        self.left, self.right = a, b
        self.hide = [_os.curdir, _os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore
        skip = {*self.hide, *self.ignore}
        self.left_list = sorted(name for name in _os.listdir(a) if name not in skip)
        self.right_list = sorted(name for name in _os.listdir(b) if name not in skip)
        left, right = set(self.left_list), set(self.right_list)
        self.common = [name for name in self.left_list if name in right]
        self.left_only = [name for name in self.left_list if name not in right]
        self.right_only = [name for name in self.right_list if name not in left]
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            try:
                kinds = {_stat.S_IFMT(_os.stat(_os.path.join(top, name)).st_mode) for top in (a, b)}
            except OSError:
                kinds = set()
            if kinds == {_stat.S_IFDIR}:
                self.common_dirs.append(name)
            elif kinds == {_stat.S_IFREG}:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def __getattr__(self, name):
        if name in ('same_files', 'diff_files', 'funny_files'):
            self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files)
        elif name == 'subdirs':
            self.subdirs = {each: type(self)(_os.path.join(self.left, each), _os.path.join(self.right, each),
                                             self.ignore, self.hide) for each in self.common_dirs}
        else:
            raise AttributeError(name)
        return self.__dict__[name]

    def report(self):
        """Prints what differs."""
        print('diff', self.left, self.right)
        for title, names in (('Only in ' + self.left, self.left_only), ('Only in ' + self.right, self.right_only),
                             ('Identical files', self.same_files), ('Differing files', self.diff_files),
                             ('Trouble with common files', self.funny_files),
                             ('Common subdirectories', self.common_dirs), ('Common funny cases', self.common_funny)):
            if names:
                print(title, ':', sorted(names))

    def report_partial_closure(self):
        self.report()
        for each in self.subdirs.values():
            print()
            each.report()

    def report_full_closure(self):
        self.report()
        for each in self.subdirs.values():
            print()
            each.report_full_closure()
