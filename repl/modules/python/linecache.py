"""linecache: lines of files, each file read once."""
import os as _os

cache = {}


def clearcache():
    """Forgets all files."""
    cache.clear()


def getlines(filename, module_globals=None):
    """All lines of a file; none where it cannot be read."""
    if filename not in cache:
        try:
            with open(filename, encoding='utf-8') as file:
                lines = file.readlines()
            info = _os.stat(filename)
        except (OSError, UnicodeDecodeError, ValueError):
            return []
        if lines and not lines[-1].endswith('\n'):
            lines[-1] += '\n'
        cache[filename] = info.st_size, info.st_mtime, lines, filename
    return cache[filename][2]


def updatecache(filename, module_globals=None):
    """Reads a file anew."""
    cache.pop(filename, None)
    return getlines(filename)


def getline(filename, lineno, module_globals=None):
    """One line of a file, or ''."""
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def checkcache(filename=None):
    """Forgets files that changed."""
    for name in list(cache) if filename is None else [filename] if filename in cache else []:
        try:
            info = _os.stat(name)
        except OSError:
            del cache[name]
            continue
        if (info.st_size, info.st_mtime) != cache[name][:2]:
            del cache[name]


def lazycache(filename, module_globals):
    return False
