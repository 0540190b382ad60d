"""shutil: files and folders copied, moved, removed."""
import os
import fnmatch
import _system


class Error(OSError):
    """What goes wrong with several files."""

    __module__ = 'shutil'


class SameFileError(Error):
    """A file cannot be copied onto itself."""

    __module__ = 'shutil'


class SpecialFileError(OSError):
    __module__ = 'shutil'


class ReadError(OSError):
    __module__ = 'shutil'


def copyfileobj(fsrc, fdst, length=65536):
    """What is in one open file into another."""
    while True:
        part = fsrc.read(length)
        if not part:
            return
        fdst.write(part)


def copyfile(src, dst, *, follow_symlinks=True):
    """A file's bytes into another file."""
    if os.path.exists(src) and os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError('%r and %r are the same file' % (src, dst))
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, 'rb') as source:
        with open(dst, 'wb') as target:
            copyfileobj(source, target)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Who may do what with a file, for another."""
    os.chmod(dst, os.stat(src).st_mode & 0o7777)


def copystat(src, dst, *, follow_symlinks=True):
    """A file's times and mode, for another."""
    status = os.stat(src)
    os.utime(dst, (status.st_atime, status.st_mtime))
    os.chmod(dst, status.st_mode & 0o7777)


def _inside(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """A file into another, or into a folder."""
    dst = _inside(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """The same with its times."""
    dst = _inside(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    """What copytree is to leave out."""

    def ignore(path, names):
        out = set()
        for pattern in patterns:
            out.update(fnmatch.filter(names, pattern))
        return out

    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """A folder with all that is in it."""
    names = [entry.name for entry in os.scandir(src)]
    left_out = ignore(os.fspath(src), names) if ignore is not None else set()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name in left_out:
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        if os.path.islink(source) and symlinks:
            os.symlink(os.readlink(source), target)
        elif os.path.isdir(source):
            copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
        else:
            copy_function(source, target)
    copystat(src, dst)
    return dst


def rmtree(path, ignore_errors=False, onerror=None):
    """Removes a folder with all that is in it."""
    try:
        if os.path.islink(path):
            raise OSError('Cannot call rmtree on a symbolic link')
        entries = _system.entries(path)
    except OSError as error:
        if ignore_errors:
            return
        if onerror is None:
            raise
        onerror(os.scandir, path, (type(error), error, None))
        return
    for name, kind in entries:
        inner = os.path.join(path, name)
        if os.path.isdir(inner) and not os.path.islink(inner):
            rmtree(inner, ignore_errors, onerror)
        else:
            _try(os.unlink, inner, ignore_errors, onerror)
    _try(os.rmdir, path, ignore_errors, onerror)


def _try(function, path, ignore_errors, onerror):
    try:
        function(path)
    except OSError as error:
        if ignore_errors:
            return
        if onerror is None:
            raise
        onerror(function, path, (type(error), error, None))


def move(src, dst, copy_function=copy2):
    """Moves a file or folder."""
    target = dst
    if os.path.isdir(dst):
        if os.path.exists(src) and os.path.samefile(src, dst):
            os.rename(src, dst)
            return dst
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(target):
            raise Error("Destination path '%s' already exists" % target)
    try:
        os.rename(src, target)
    except OSError:
        if os.path.isdir(src):
            start = os.path.abspath(src)
            if os.path.abspath(target).startswith(start + '/'):
                raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst)) from None
            copytree(src, target, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


class usage:
    """Bytes of a disk: a tuple whose items have names."""

    def __init__(self, total, used, free):
        self.total, self.used, self.free = total, used, free

    def __iter__(self):
        return iter((self.total, self.used, self.free))

    def __getitem__(self, index):
        return (self.total, self.used, self.free)[index]

    def __len__(self):
        return 3

    def __repr__(self):
        return 'usage(total=%d, used=%d, free=%d)' % (self.total, self.used, self.free)


def disk_usage(path):
    """Bytes of the disk that a path lies on: all, used, free."""
    return usage(*_system.disk(path))


def which(cmd, mode=1, path=None):
    """Where a program lies, or None."""
    if os.path.dirname(cmd):
        return cmd if os.path.isfile(cmd) and os.access(cmd, mode) else None
    path = os.environ.get('PATH', os.defpath) if path is None else path
    for folder in path.split(os.pathsep):
        name = os.path.join(folder, cmd)
        if os.path.isfile(name) and os.access(name, mode):
            return name
    return None


def get_terminal_size(fallback=(80, 24)):
    """The size of the terminal."""
    sizes = []
    for name in ('COLUMNS', 'LINES'):
        value = os.environ.get(name, '')
        sizes.append(int(value) if value.isdigit() else 0)
    if sizes[0] <= 0 or sizes[1] <= 0:
        try:
            found = os.get_terminal_size(1)
        except OSError:
            found = fallback
        sizes = [size if size > 0 else found[at] or fallback[at] for at, size in enumerate(sizes)]
    return os.terminal_size(sizes)


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None,
                 logger=None):
    """Packs a folder as a zip or tar file."""
    root = os.fspath(root_dir) if root_dir is not None else os.curdir
    base = base_dir or os.curdir
    name = os.fspath(base_name) + {'zip': '.zip', 'tar': '.tar', 'gztar': '.tar.gz'}.get(format, '')
    if format == 'zip':
        import zipfile
        with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as archive:
            for folder, folders, files in os.walk(os.path.join(root, base)):
                for item in sorted(files):
                    path = os.path.join(folder, item)
                    archive.write(path, os.path.normpath(os.path.relpath(path, root)))
        return os.path.abspath(name) if root_dir is None else name
    raise ValueError("unknown archive format '%s'" % format)


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpacks a zip or tar file."""
    name = os.fspath(filename)
    folder = os.getcwd() if extract_dir is None else extract_dir
    if name.endswith('.zip'):
        import zipfile
        with zipfile.ZipFile(name) as archive:
            archive.extractall(folder)
    elif name.endswith(('.tar', '.tar.gz', '.tgz')):
        import tarfile
        with tarfile.open(name) as archive:
            archive.extractall(folder)
    else:
        raise ReadError("Unknown archive format '%s'" % name)
