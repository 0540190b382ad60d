"""glob: paths by patterns."""
import os as _os
from fnmatch import _compiled


def has_magic(s):
    """Whether a text is a pattern."""
    return '*' in s or '?' in s or '[' in s


def escape(pathname):
    """A path whose special characters stand for themselves."""
    return ''.join(['[' + c + ']' if c in '*?[' else c for c in pathname])


def _names(folder, only_folders):
    try:
        with _os.scandir(folder or '.') as entries:
            return [entry.name for entry in entries if not only_folders or entry.is_dir()]
    except OSError:
        return []


def _hidden(name):
    return name.startswith('.')


def _matching(root, folder, pattern, only_folders, hidden):
    names = _names(_os.path.join(root, folder), only_folders)
    if not hidden and not _hidden(pattern):
        names = [name for name in names if not _hidden(name)]
    match = _compiled(pattern).match
    return [name for name in names if match(name)]


def _below(root, folder, only_folders, hidden):
    for name in _names(_os.path.join(root, folder), only_folders):
        if hidden or not _hidden(name):
            yield name
            path = _os.path.join(folder, name) if folder else name
            for deeper in _below(root, path, only_folders, hidden):
                yield _os.path.join(name, deeper)


def _found(root, pathname, recursive, only_folders, hidden):
    folder, base = _os.path.split(pathname)
    if not has_magic(pathname):
        if base:
            if _os.path.lexists(_os.path.join(root, pathname)):
                yield pathname
        elif _os.path.isdir(_os.path.join(root, folder)):
            yield pathname
        return
    if not folder:
        if recursive and base == '**':
            yield ''
            yield from _below(root, '', only_folders, hidden)
        else:
            yield from _matching(root, '', base, only_folders, hidden)
        return
    if folder != pathname and has_magic(folder):
        folders = _found(root, folder, recursive, True, hidden)
    else:
        folders = [folder]
    for folder in folders:
        if not has_magic(base):
            path = _os.path.join(folder, base)
            exists = _os.path.lexists(_os.path.join(root, path)) if base else _os.path.isdir(
                _os.path.join(root, folder))
            if exists:
                yield path
        elif recursive and base == '**':
            if _os.path.isdir(_os.path.join(root, folder)):
                yield _os.path.join(folder, '')
                for name in _below(root, folder, only_folders, hidden):
                    yield _os.path.join(folder, name)
        else:
            for name in _matching(root, folder, base, only_folders, hidden):
                yield _os.path.join(folder, name)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match, one after the other."""
    root = '' if root_dir is None else _os.fspath(root_dir)
    pathname = _os.fspath(pathname)
    for path in _found(root, pathname, recursive, False, include_hidden):
        if path:
            yield path


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match, as a list."""
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))
