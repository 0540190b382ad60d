"""zipfile: archives."""
import os as _os
import io as _io
import struct as _struct
import time as _time
import zlib as _zlib
import _binary

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14


class BadZipFile(Exception):
    """A file that is no archive."""

    __module__ = 'zipfile'


BadZipfile = error = BadZipFile


class LargeZipFile(Exception):
    __module__ = 'zipfile'


class ZipInfo:
    """One member."""

    __module__ = 'zipfile'

    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        self.filename = filename
        self.date_time = date_time
        self.compress_type = ZIP_STORED
        self.comment = b''
        self.file_size = self.compress_size = self.CRC = self.header_offset = 0
        self.external_attr = 0
        self.flag_bits = 0

    def is_dir(self):
        return self.filename.endswith('/')

    def __repr__(self):
        text = '<ZipInfo filename=%r' % self.filename
        if self.compress_type:
            text += ' compress_type=deflate'
        mode = self.external_attr >> 16
        if mode:
            text += ' filemode=%r' % _mode_text(mode)
        if not self.is_dir() or self.file_size:
            text += ' file_size=%d' % self.file_size
        if (not self.is_dir() or self.compress_size) and (self.compress_type or self.file_size != self.compress_size):
            text += ' compress_size=%d' % self.compress_size
        return text + '>'


def _mode_text(mode):
    kind = {0o040000: 'd', 0o100000: '-', 0o120000: 'l'}.get(mode & 0o170000, '?')
    return kind + ''.join([letter if mode & bit else '-' for letter, bit in zip('rwxrwxrwx', [256 >> at for at in
                                                                                              range(9)])])


def is_zipfile(filename):
    """Whether a file is an archive."""
    try:
        ZipFile(filename).close()
        return True
    except (BadZipFile, OSError):
        return False


class _Member(_io.BytesIO):
    """A member that is being read or written."""

    def __init__(self, data, archive=None, info=None):
        super().__init__(data)
        self._archive = archive
        self._info = info
        self.name = info.filename if info else None

    def close(self):
        if self._archive is not None and not self._closed:
            self._archive.writestr(self._info, self.getvalue())
        self._closed = True


class ZipFile:
    """An archive."""

    __module__ = 'zipfile'

    def __init__(self, file, mode='r', compression=ZIP_STORED, allowZip64=True, compresslevel=None, *,
                 strict_timestamps=True, metadata_encoding=None):
        if mode not in ('r', 'w', 'x', 'a'):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        if compression not in (ZIP_STORED, ZIP_DEFLATED):
            raise NotImplementedError('That compression method is not supported')
        self.mode = mode
        self.compression = compression
        self.compresslevel = compresslevel
        self.comment = b''
        self.filelist = []
        self.NameToInfo = {}
        self._owned = not hasattr(file, 'read')
        if self._owned:
            self.filename = _os.fspath(file)
            exists = _os.path.exists(self.filename)
            how = {'r': 'rb', 'w': 'w+b', 'x': 'x+b', 'a': 'r+b' if exists else 'w+b'}[mode]
            self.fp = open(self.filename, how)
        else:
            self.filename = getattr(file, 'name', None)
            self.fp = file
        self._data = b''
        if mode in ('r', 'a'):
            self.fp.seek(0)
            self._data = self.fp.read()
            if self._data or mode == 'r':
                try:
                    self._read_directory()
                except BadZipFile:
                    if self._owned:
                        self.fp.close()
                    raise
        self._changed = mode in ('w', 'x')
        self._parts = [self._data[:self._start] if self._data else b'']
        self._end = len(self._parts[0])

    _start = 0

    def _read_directory(self):
        data = self._data
        at = data.rfind(b'PK\x05\x06') if hasattr(data, 'rfind') else _last(data, b'PK\x05\x06')
        if at < 0 or len(data) - at < 22:
            raise BadZipFile('File is not a zip file')
        count, size, start, length = _struct.unpack_from('<HIIH', data, at + 10)
        self.comment = data[at + 22:at + 22 + length]
        self._start = start
        place = start
        for number in range(count):
            if data[place:place + 4] != b'PK\x01\x02' or place + 46 > len(data):
                raise BadZipFile('Bad magic number for central directory')
            (flags, method, clock, day, crc, packed, whole, name_length, extra_length, comment_length, disk, internal,
             external, offset) = _struct.unpack_from('<HHHHIIIHHHHHII', data, place + 8)
            raw = data[place + 46:place + 46 + name_length]
            name = raw.decode('utf-8' if flags & 0x800 else 'latin-1')
            info = ZipInfo(name, ((day >> 9) + 1980, day >> 5 & 15, day & 31, clock >> 11, clock >> 5 & 63,
                                  (clock & 31) * 2))
            info.compress_type, info.CRC, info.compress_size, info.file_size = method, crc, packed, whole
            info.external_attr, info.header_offset, info.flag_bits = external, offset, flags
            self._add(info)
            place += 46 + name_length + extra_length + comment_length

    def _add(self, info):
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info

    def namelist(self):
        """The names of all members."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """All members."""
        return self.filelist

    def getinfo(self, name):
        """The member of a name."""
        if name not in self.NameToInfo:
            raise KeyError('There is no item named %r in the archive' % name)
        return self.NameToInfo[name]

    def printdir(self, file=None):
        print('%-46s %19s %12s' % ('File Name', 'Modified    ', 'Size'), file=file)
        for info in self.filelist:
            print('%-46s %s %12d' % (info.filename, '%d-%02d-%02d %02d:%02d:%02d' % tuple(info.date_time[:6]),
                                     info.file_size), file=file)

    def _check(self):
        if self.fp is None:
            raise ValueError('Attempt to use ZIP archive that was already closed')

    def read(self, name, pwd=None):
        """The bytes of a member."""
        self._check()
        info = name if isinstance(name, ZipInfo) else self.getinfo(name)
        if info.flag_bits & 1:
            raise RuntimeError('File %r is encrypted, password required for extraction' % info.filename)
        data = self._data if info.header_offset < len(self._data) and not self._changed else b''.join(self._parts)
        at = info.header_offset
        if data[at:at + 4] != b'PK\x03\x04':
            raise BadZipFile('Bad magic number for file header')
        name_length, extra_length = _struct.unpack_from('<HH', data, at + 26)
        at += 30 + name_length + extra_length
        packed = data[at:at + info.compress_size]
        if info.compress_type == ZIP_STORED:
            made = packed
        elif info.compress_type == ZIP_DEFLATED:
            found = _binary.decompress(packed, 0, 'd')
            if isinstance(found, str):
                raise _zlib.error('Error -3 while decompressing data: invalid %s' %
                                  ('block type' if packed[:1] and packed[0] & 6 == 6 else 'compressed data'))
            made = found[0]
        else:
            raise NotImplementedError('That compression method is not supported')
        if _binary.crc32(made) != info.CRC:
            raise BadZipFile('Bad CRC-32 for file %r' % info.filename)
        return made

    def open(self, name, mode='r', pwd=None, *, force_zip64=False):
        """A member as a file."""
        if mode == 'w':
            info = name if isinstance(name, ZipInfo) else self._info(name)
            return _Member(b'', self, info)
        if mode != 'r':
            raise ValueError('open() requires mode "r" or "w"')
        info = name if isinstance(name, ZipInfo) else self.getinfo(name)
        member = _Member(self.read(info))
        member.name = info.filename
        return member

    def testzip(self):
        """The name of the first damaged member, or None."""
        for info in self.filelist:
            try:
                self.read(info)
            except BadZipFile:
                return info.filename
        return None

    def extract(self, member, path=None, pwd=None):
        """Writes a member into a folder; nothing outside of the folder is written."""
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        folder = _os.getcwd() if path is None else _os.fspath(path)
        parts = [part for part in info.filename.split('/') if part not in ('', '.', '..')]
        target = _os.path.join(folder, *parts)
        if info.is_dir():
            _os.makedirs(target, exist_ok=True)
            return target
        _os.makedirs(_os.path.dirname(target) or '.', exist_ok=True)
        with open(target, 'wb') as file:
            file.write(self.read(info))
        return target

    def extractall(self, path=None, members=None, pwd=None):
        """Writes all members into a folder."""
        for member in self.namelist() if members is None else members:
            self.extract(member, path)

    def _info(self, name):
        info = ZipInfo(name, tuple(_time.localtime())[:6])
        info.compress_type = self.compression
        info.external_attr = 0o600 << 16
        return info

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Adds bytes, or a text, as a member."""
        self._check()
        if self.mode == 'r':
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if isinstance(data, str):
            data = data.encode('utf-8')
        info = zinfo_or_arcname if isinstance(zinfo_or_arcname, ZipInfo) else self._info(zinfo_or_arcname)
        if compress_type is not None:
            info.compress_type = compress_type
        level = compresslevel if compresslevel is not None else self.compresslevel
        packed = data
        if info.compress_type == ZIP_DEFLATED:
            packed = _zlib.compress(data, -1 if level is None else level, -15)
        info.CRC, info.file_size, info.compress_size = _binary.crc32(data), len(data), len(packed)
        info.header_offset = self._end
        info.flag_bits = 0 if info.filename.isascii() else 0x800
        head = b'PK\x03\x04' + self._fields(info)
        self._parts.append(head + info.filename.encode('utf-8') + packed)
        self._end += len(self._parts[-1])
        self._changed = True
        self._add(info)

    def _fields(self, info):
        year, month, day, hour, minute, second = info.date_time
        return _struct.pack('<HHHHHIIIHH', 20, info.flag_bits, info.compress_type,
                            hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day, info.CRC,
                            info.compress_size, info.file_size, len(info.filename.encode('utf-8')), 0)

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Adds a file."""
        path = _os.fspath(filename)
        name = _os.path.normpath(_os.fspath(path if arcname is None else arcname)).lstrip('/')
        status = _os.stat(path)
        info = ZipInfo(name, tuple(_time.localtime(status.st_mtime))[:6])
        info.compress_type = self.compression
        info.external_attr = (status.st_mode & 0xffff) << 16
        if _os.path.isdir(path):
            info.filename = name + '/'
            info.compress_type = ZIP_STORED
            info.external_attr |= 0x10
            self.writestr(info, b'')
            return
        with open(path, 'rb') as file:
            self.writestr(info, file.read(), compress_type, compresslevel)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        self.writestr(zinfo_or_directory_name.rstrip('/') + '/', b'')

    def close(self):
        """Writes what was added and closes the archive."""
        if self.fp is None:
            return
        if self._changed:
            start = self._end
            out = list(self._parts)
            size = 0
            for info in self.filelist:
                entry = (b'PK\x01\x02' + _struct.pack('<BB', 20, 3) + self._fields(info) +
                         _struct.pack('<HHHII', 0, 0, 0, info.external_attr, info.header_offset) +
                         info.filename.encode('utf-8'))
                out.append(entry)
                size += len(entry)
            count = len(self.filelist)
            out.append(b'PK\x05\x06' + _struct.pack('<HHHHIIH', 0, 0, count, count, size, start, len(self.comment)) +
                       self.comment)
            self.fp.seek(0)
            self.fp.write(b''.join(out))
            if self._owned:
                self.fp.truncate()
        if self._owned:
            self.fp.close()
        self.fp = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        if self.fp is None:
            return '<zipfile.ZipFile [closed]>'
        return '<zipfile.ZipFile filename=%r mode=%r>' % (self.filename, self.mode)


def _last(data, part):
    """Where a part stands for the last time, or -1."""
    found = -1
    at = data.find(part)
    while at >= 0:
        found = at
        at = data.find(part, at + 1)
    return found
