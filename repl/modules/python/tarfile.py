"""tarfile: archives, compressed by gzip or not. Nothing outside of the folder is ever written."""
import os as _os
import io as _io
import gzip as _gzip
import time as _time

_plain_open = open
REGTYPE, DIRTYPE, SYMTYPE, LNKTYPE = b'0', b'5', b'2', b'1'


class TarError(Exception):
    """What goes wrong with archives."""

    __module__ = 'tarfile'


class ReadError(TarError):
    """A file that is no archive."""

    __module__ = 'tarfile'


class CompressionError(TarError):
    """A way of compressing that is not there."""

    __module__ = 'tarfile'


class OutsideDestinationError(TarError):
    """A member that would be written outside of the folder."""

    __module__ = 'tarfile'


class TarInfo:
    """One member."""

    __module__ = 'tarfile'

    def __init__(self, name=''):
        self.name = name
        self.mode = 0o644
        self.uid = self.gid = self.size = self.mtime = 0
        self.type = REGTYPE
        self.linkname = self.uname = self.gname = ''
        self.offset_data = 0

    def isfile(self):
        return self.type in (b'0', b'\0', b'')

    isreg = isfile

    def isdir(self):
        return self.type == DIRTYPE

    def issym(self):
        return self.type == SYMTYPE

    def islnk(self):
        return self.type == LNKTYPE

    def __repr__(self):
        return '<TarInfo %r at 0x7f0000000000>' % self.name


def _text(field):
    end = field.find(b'\0')
    return (field if end < 0 else field[:end]).decode('utf-8', 'replace')


def _number(field):
    if field[:1] == b'\x80':
        return int.from_bytes(field[1:], 'big')
    digits = _text(field).strip()
    try:
        return int(digits, 8) if digits else 0
    except ValueError:
        raise ReadError('invalid header') from None


class TarFile:
    """An archive."""

    __module__ = 'tarfile'

    def __init__(self, name=None, mode='r', fileobj=None, *, _packed=False):
        if mode not in ('r', 'a', 'w', 'x'):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.name = name
        self.mode = mode
        self._packed, self._owns = _packed, fileobj is None
        self._members = []
        self._parts = []
        self.closed = False
        self._data = b''
        if mode == 'a' and fileobj is None:
            fileobj = _plain_open(name, 'r+b' if _os.path.exists(name) else 'w+b')
        if mode in ('r', 'a'):
            if fileobj is None:
                with _plain_open(name, 'rb') as file:
                    self._data = file.read()
            else:
                self._data = fileobj.read()
            if _packed:
                if self._data[:2] != b'\037\213':
                    raise ReadError('not a gzip file' if self._data else 'empty file')
                self._data = _gzip.decompress(self._data)
            if mode == 'r' or self._data:
                end = self._read()
                self._parts.append(self._data[:end])
            if mode == 'a':
                fileobj.seek(0)
        elif fileobj is None:
            fileobj = _plain_open(name, mode + 'b')
        self._target = fileobj

    def _read(self):
        data, at = self._data, 0
        long_name = None
        extra = {}
        if len(data) < 512:
            raise ReadError('truncated header' if data else 'empty file')
        while at + 512 <= len(data):
            head = data[at:at + 512]
            if not head.strip(b'\0'):
                break
            info = TarInfo(_text(head[:100]))
            try:
                if _number(head[148:156]) != sum(head[:148]) + 256 + sum(head[156:]):
                    raise ReadError('bad checksum')
                info.mode, info.uid, info.gid = _number(head[100:108]), _number(head[108:116]), _number(head[116:124])
                info.size, info.mtime, info.type = _number(head[124:136]), _number(head[136:148]), head[156:157]
            except ReadError:
                if at == 0:
                    raise
                break  # what follows the members is no matter of theirs
            info.linkname = _text(head[157:257])
            if head[257:262] == b'ustar':
                info.uname, info.gname = _text(head[265:297]), _text(head[297:329])
                if head[345:346] != b'\0' and head[257:263] == b'ustar\0':
                    info.name = _text(head[345:500]) + '/' + info.name
            at += 512
            content = data[at:at + info.size] if info.type in (b'L', b'x', b'g', b'K') else b''
            info.offset_data = at
            at += (info.size + 511) // 512 * 512
            if info.type == b'L':
                long_name = _text(content)
                continue
            if info.type == b'x':
                extra = _extended(content)
                continue
            if info.type in (b'g', b'K'):
                continue
            if long_name is not None:
                info.name, long_name = long_name, None
            if 'path' in extra:
                info.name = extra['path']
            extra = {}
            info.name = info.name.rstrip('/')
            self._members.append(info)
        return at

    def getmembers(self):
        return self._members

    def getnames(self):
        """The names of all members."""
        return [info.name for info in self._members]

    def getmember(self, name):
        for info in self._members[::-1]:
            if info.name == name.rstrip('/'):
                return info
        raise KeyError('filename %r not found' % name)

    def __iter__(self):
        return iter(self._members)

    def extractfile(self, member):
        """A member as a file."""
        info = member if isinstance(member, TarInfo) else self.getmember(member)
        if not info.isfile():
            return None
        return _io.BytesIO(self._data[info.offset_data:info.offset_data + info.size])

    def extract(self, member, path='', set_attrs=True, *, numeric_owner=False, filter=None):
        """Writes a member into a folder."""
        info = member if isinstance(member, TarInfo) else self.getmember(member)
        root = _os.path.realpath(path or '.')
        target = _os.path.join(root, info.name.lstrip('/'))
        inside = _os.path.realpath(target)
        if inside != root and not inside.startswith(root.rstrip('/') + '/'):
            raise OutsideDestinationError('%r would be extracted to %r, which is outside the destination' %
                                          (info.name, inside))
        if info.isdir():
            _os.makedirs(inside, exist_ok=True)
            return
        if not info.isfile():
            raise TarError('%r is a link or a device: only files and folders are extracted' % info.name)
        _os.makedirs(_os.path.dirname(inside), exist_ok=True)
        with _plain_open(inside, 'wb') as file:
            file.write(self._data[info.offset_data:info.offset_data + info.size])
        _os.chmod(inside, info.mode & 0o755 | 0o600)

    def extractall(self, path='.', members=None, *, numeric_owner=False, filter=None):
        """Writes all members into a folder."""
        for info in self._members if members is None else members:
            self.extract(info, path)

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        status = _os.stat(name)
        info = TarInfo((_os.fspath(name) if arcname is None else arcname).lstrip('/'))
        info.mode, info.size, info.mtime = status.st_mode & 0o7777, status.st_size, int(status.st_mtime)
        if _os.path.isdir(name):
            info.type, info.size = DIRTYPE, 0
        return info

    def addfile(self, tarinfo, fileobj=None):
        """Adds a member."""
        name = (tarinfo.name + ('/' if tarinfo.isdir() else '')).encode('utf-8')
        content = fileobj.read() if fileobj is not None else b''
        content = content[:tarinfo.size]
        if len(name) > 100:
            self._head('././@LongLink'.encode('ascii'), 0, len(name) + 1, 0, b'L')
            self._parts.append(name + b'\0' * (512 - len(name) % 512))
        self._head(name[:100], tarinfo.mode, len(content), int(tarinfo.mtime), tarinfo.type)
        self._parts.append(content + b'\0' * (-len(content) % 512))
        self._members.append(tarinfo)

    def _head(self, name, mode, size, when, kind):
        def octal(value, width):
            return ('%0*o' % (width - 1, value)).encode('ascii') + b'\0'

        head = (name + b'\0' * (100 - len(name)) + octal(mode, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) +
                octal(when, 12) + b' ' * 8 + kind + b'\0' * 100 + b'ustar\00000' + b'\0' * 247)
        check = ('%06o' % sum(head)).encode('ascii') + b'\0 '
        self._parts.append(head[:148] + check + head[156:])

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Adds a file, or a folder with all that is in it."""
        info = self.gettarinfo(name, arcname)
        if filter is not None:
            info = filter(info)
            if info is None:
                return
        if info.isfile():
            with _plain_open(name, 'rb') as file:
                self.addfile(info, file)
            return
        self.addfile(info)
        if recursive:
            for item in sorted(_os.listdir(name)):
                self.add(_os.path.join(name, item), _os.path.join(info.name, item), recursive, filter=filter)

    def close(self):
        """Writes what was added."""
        if self.closed:
            return
        self.closed = True
        if self.mode != 'r':
            data = b''.join(self._parts) + b'\0' * 1024
            data += b'\0' * (-len(data) % 10240)
            self._target.write(_gzip.compress(data) if self._packed else data)
            if self._owns:
                self._target.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def _extended(content):
    """The fields of an extended header."""
    out = {}
    while content:
        space = content.find(b' ')
        if space < 0:
            break
        length = int(content[:space].decode('ascii'))
        name, _, value = content[space + 1:length - 1].decode('utf-8').partition('=')
        out[name] = value
        content = content[length:]
    return out


def _open_any(name, fileobj):
    """Opens an archive of which nobody says how it is compressed."""
    problems = []
    if fileobj is None:
        with _plain_open(name, 'rb') as file:
            data = file.read()
    else:
        data = fileobj.read()
    for packing in ('gz', 'bz2', 'xz', 'tar'):
        try:
            if packing in ('gz', 'tar'):
                return TarFile(name, 'r', _io.BytesIO(data), _packed=packing == 'gz')
            problems.append((packing, 'not a bzip2 file' if packing == 'bz2' else 'not an lzma file'))
        except ReadError as problem:
            problems.append((packing, str(problem)))
    raise ReadError('file could not be opened successfully:\n' +
                    '\n'.join('- method %s: ReadError(%r)' % problem for problem in problems))


def open(name=None, mode='r', fileobj=None, bufsize=10240, **kwargs):
    """Opens an archive."""
    if not name and not fileobj:
        raise ValueError('nothing to open')
    if mode in ('r', 'r:*', 'r|*'):
        return _open_any(name, fileobj)
    packed = ':' in mode or '|' in mode
    kind, packing = mode, 'tar'
    if packed:
        kind, packing = mode.split(':' if ':' in mode else '|', 1)
        kind, packing = kind or 'r', packing or 'tar'
        if '|' in mode and kind not in ('r', 'w'):
            raise ValueError("mode must be 'r' or 'w'")
    elif mode not in ('a', 'w', 'x'):
        raise ValueError('undiscernible mode')
    if packing in ('bz2', 'xz'):
        raise CompressionError('%s module is not available' % ('bz2' if packing == 'bz2' else 'lzma'))
    if packing not in ('tar', 'gz'):
        raise CompressionError('unknown compression type %r' % packing)
    if packing == 'gz' and kind not in ('r', 'w', 'x'):
        raise ValueError("mode must be 'r', 'w' or 'x'")
    return TarFile(name, kind, fileobj, _packed=packing == 'gz')


def is_tarfile(name):
    """Whether a file is an archive."""
    try:
        open(name).close()
        return True
    except (TarError, OSError):
        return False


TarFile.open = staticmethod(open)
