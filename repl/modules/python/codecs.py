"""codecs: text as bytes and back, and files of it."""
import io as _io
from _unicode import find_error as _find_error, register_error

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_UTF16_LE = BOM_LE = b'\xff\xfe'
BOM_UTF16_BE = BOM_BE = b'\xfe\xff'
BOM_UTF16 = BOM = BOM_UTF16_LE
BOM_UTF32_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = b'\0\0\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE
_bytes_names = {'hex': 'hex', 'hexcodec': 'hex', 'base64': 'base64', 'base64codec': 'base64', 'zlib': 'zlib',
                'zip': 'zlib', 'zlibcodec': 'zlib'}
_handlers = {}


def _plain(encoding):
    return encoding.lower().replace('_', '').replace('-', '').replace(' ', '')


def _rot13(text):
    def turn(c):
        for first in 'aA':
            at = ord(c) - ord(first)
            if 0 <= at < 26:
                return chr(ord(first) + (at + 13) % 26)
        return c
    return ''.join(map(turn, text))


def _bytes_encode(obj, kind):
    import base64
    import zlib
    if isinstance(obj, str):
        raise TypeError(f"encoding with '{kind}' codec failed (TypeError: a bytes-like object is required, not 'str')")
    obj = bytes(obj)
    if kind == 'hex':
        return obj.hex().encode()
    return base64.encodebytes(obj) if kind == 'base64' else zlib.compress(obj)


def _bytes_decode(obj, kind):
    import base64
    import binascii
    import zlib
    obj = bytes(obj) if not isinstance(obj, str) else obj.encode('ascii')
    if kind == 'hex':
        return binascii.unhexlify(obj)
    return base64.decodebytes(obj) if kind == 'base64' else zlib.decompress(obj)


def encode(obj, encoding='utf-8', errors='strict'):
    """A text as bytes; also what is not about text: 'hex', 'base64', 'zlib', 'rot13'."""
    name = _plain(encoding)
    if name in ('rot13', 'rot_13'):
        return _rot13(obj)
    if name in _bytes_names:
        return _bytes_encode(obj, _bytes_names[name])
    found = None if name in _names else _search(encoding)
    return obj.encode(encoding, errors) if found is None else found.encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    """Bytes as a text; also the way back of encode."""
    name = _plain(encoding)
    if name in ('rot13', 'rot_13'):
        return _rot13(obj)
    if name in _bytes_names:
        return _bytes_decode(obj, _bytes_names[name])
    found = None if name in _names else _search(encoding)
    return bytes(obj).decode(encoding, errors) if found is None else found.decode(obj, errors)[0]


class CodecInfo(tuple):
    """The functions of an encoding: encode, decode, reader and writer."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        return self

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'


_names = {'utf8': 'utf-8', 'u8': 'utf-8', 'utf8sig': 'utf-8-sig', 'ascii': 'ascii', 'usascii': 'ascii',
          '646': 'ascii', 'latin1': 'iso8859-1', 'latin': 'iso8859-1', 'iso88591': 'iso8859-1', 'l1': 'iso8859-1',
          'cp1252': 'cp1252', 'windows1252': 'cp1252', 'unicodeescape': 'unicode-escape',
          'rawunicodeescape': 'raw-unicode-escape', 'cp1250': 'cp1250', 'windows1250': 'cp1250', 'cp1251': 'cp1251',
          'windows1251': 'cp1251', 'cp1253': 'cp1253', 'cp1254': 'cp1254', 'cp437': 'cp437', 'cp850': 'cp850',
          'cp866': 'cp866', 'iso88592': 'iso8859-2', 'latin2': 'iso8859-2', 'iso88595': 'iso8859-5',
          'iso88597': 'iso8859-7', 'iso88599': 'iso8859-9', 'latin5': 'iso8859-9', 'iso885915': 'iso8859-15',
          'latin9': 'iso8859-15', 'koi8r': 'koi8-r', 'macroman': 'mac-roman',
          'utf16': 'utf-16', 'utf16le': 'utf-16-le',
          'utf16be': 'utf-16-be', 'utf32': 'utf-32', 'utf32le': 'utf-32-le', 'utf32be': 'utf-32-be', 'rot13': 'rot13'}


def lookup(encoding):
    """What an encoding can do."""
    name = _plain(encoding)
    if name not in _bytes_names and name not in _names:
        found = _search(encoding)
        if found is not None:
            return found
        raise LookupError(f'unknown encoding: {encoding}')

    def to_bytes(text, errors='strict'):
        return encode(text, encoding, errors), len(text)

    def to_text(data, errors='strict'):
        return decode(data, encoding, errors), len(data)

    class Reader(StreamReader):
        pass

    class Writer(StreamWriter):
        pass

    class Encoder(IncrementalEncoder):
        pass

    class Decoder(IncrementalDecoder):
        pass
    Reader.encoding = Writer.encoding = Encoder.encoding = Decoder.encoding = encoding
    return CodecInfo(to_bytes, to_text, Reader, Writer, Encoder, Decoder,
                     name=_names.get(name, _bytes_names.get(name, name)))


def getencoder(encoding):
    """The function text -> (bytes, length)."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function bytes -> (text, length)."""
    return lookup(encoding).decode


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


class IncrementalEncoder:
    """Encodes a text piece by piece."""
    encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors

    def encode(self, input, final=False):
        return encode(input, self.encoding, self.errors)

    def reset(self):
        pass


class IncrementalDecoder:
    """Decodes bytes piece by piece; the part of a character waits for the rest."""
    encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = b''

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        keep = 0 if final else self._unfinished(data)
        self.buffer = data[len(data) - keep:]
        return decode(data[:len(data) - keep], self.encoding, self.errors)

    def _unfinished(self, data):
        """How many bytes at the end begin a character of UTF-8 that is not whole."""
        if _plain(self.encoding) not in ('utf8', 'u8'):
            return 0
        for count in range(1, min(4, len(data)) + 1):
            byte = data[-count]
            if byte & 0xC0 == 0x80:
                continue
            wanted = 2 if byte & 0xE0 == 0xC0 else 3 if byte & 0xF0 == 0xE0 else 4 if byte & 0xF8 == 0xF0 else 1
            return count if wanted > count else 0
        return 0

    def reset(self):
        self.buffer = b''


class StreamWriter:
    """Writes text to a file of bytes."""
    encoding = 'utf-8'

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors

    def write(self, object):
        self.stream.write(encode(object, self.encoding, self.errors))

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.stream.close()


class StreamReader:
    """Reads text from a file of bytes."""
    encoding = 'utf-8'

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors
        self._text = None

    def _all(self):
        if self._text is None:
            self._text = _io.StringIO(decode(self.stream.read(), self.encoding, self.errors))
        return self._text

    def read(self, size=-1, chars=-1, firstline=False):
        return self._all().read(chars if chars >= 0 else size)

    def readline(self, size=None, keepends=True):
        line = self._all().readline()
        return line if keepends else line.rstrip('\r\n')

    def readlines(self, sizehint=None, keepends=True):
        return self._all().read().splitlines(keepends)

    def reset(self):
        self._text = None

    def __iter__(self):
        return iter(self._all())

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.stream.close()


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """A file of text; line ends stay as they are."""
    import builtins
    if encoding is None:
        return builtins.open(filename, mode)
    if 'b' not in mode:
        mode += 'b'
    stream = builtins.open(filename, mode)
    kind = getreader if 'r' in mode and '+' not in mode else getwriter
    return kind(encoding)(stream, errors)


def iterencode(iterator, encoding, errors='strict'):
    """Texts as bytes, one by one."""
    encoder = getincrementalencoder(encoding)(errors)
    for text in iterator:
        data = encoder.encode(text)
        if data:
            yield data


def iterdecode(iterator, encoding, errors='strict'):
    """Bytes as texts, one by one."""
    decoder = getincrementaldecoder(encoding)(errors)
    for data in iterator:
        text = decoder.decode(data)
        if text:
            yield text
    text = decoder.decode(b'', True)
    if text:
        yield text


_searchers, _found = [], {}


def register(search_function, /):
    """Asks a function for encodings that are not known: it gives a CodecInfo, or None."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searchers.append(search_function)


def unregister(search_function, /):
    """Asks that function no more."""
    if search_function in _searchers:
        _searchers.remove(search_function)
        _found.clear()


def _search(encoding):
    name = ''.join(c if c.isalnum() or c == '.' else '_' for c in encoding.lower())
    if name in _found:
        return _found[name]
    for each in list(_searchers):
        info = each(name)
        if info is None:
            continue
        if not isinstance(info, tuple) or len(info) != 4:
            raise TypeError('codec search functions must return 4-tuples')
        if not isinstance(info, CodecInfo):
            info = CodecInfo(*info, name=name)
        _found[name] = info
        return info
    return None


def _coders(name, encoding):
    def encoder(obj, errors='strict', /):
        return obj.encode(encoding, errors or 'strict'), len(obj)

    def decoder(data, errors='strict', final=False, /):
        data = bytes(data)
        return data.decode(encoding, errors or 'strict'), len(data)
    encoder.__name__, decoder.__name__ = name + '_encode', name + '_decode'
    return encoder, decoder


utf_8_encode, utf_8_decode = _coders('utf_8', 'utf-8')
utf_16_encode, utf_16_decode = _coders('utf_16', 'utf-16')
utf_16_le_encode, utf_16_le_decode = _coders('utf_16_le', 'utf-16-le')
utf_16_be_encode, utf_16_be_decode = _coders('utf_16_be', 'utf-16-be')
utf_32_encode, utf_32_decode = _coders('utf_32', 'utf-32')
utf_32_le_encode, utf_32_le_decode = _coders('utf_32_le', 'utf-32-le')
utf_32_be_encode, utf_32_be_decode = _coders('utf_32_be', 'utf-32-be')
ascii_encode, ascii_decode = _coders('ascii', 'ascii')
latin_1_encode, latin_1_decode = _coders('latin_1', 'latin-1')
unicode_escape_encode, unicode_escape_decode = _coders('unicode_escape', 'unicode-escape')
raw_unicode_escape_encode, raw_unicode_escape_decode = _coders('raw_unicode_escape', 'raw-unicode-escape')


def charmap_build(map, /):
    """What charmap_encode takes: the bytes of the characters of a text of 256."""
    return {ord(c): code for code, c in enumerate(map)}


def _charmap_encoded(c, mapping):
    made = mapping.get(ord(c)) if isinstance(mapping, dict) else mapping[ord(c)]
    if isinstance(made, int):
        if not 0 <= made < 256:
            raise TypeError('character mapping must be in range(256)')
        return bytes([made])
    if made is not None and not isinstance(made, bytes):
        raise TypeError(f'character mapping must return integer, bytes or None, not {type(made).__name__}')
    return made


def charmap_encode(str, errors='strict', mapping=None, /):
    """A text as bytes, by a mapping from code points to bytes."""
    if mapping is None:
        return latin_1_encode(str, errors)

    def one(c):
        try:
            return _charmap_encoded(c, mapping)
        except LookupError:
            return None
    out, at = [], 0
    while at < len(str):
        made = one(str[at])
        if made is not None:
            out.append(made)
            at += 1
            continue
        end = at + 1
        while end < len(str) and one(str[end]) is None:
            end += 1
        error = UnicodeEncodeError('charmap', str, at, end, 'character maps to <undefined>')
        text, at = lookup_error(errors or 'strict')(error)
        if isinstance(text, bytes):
            out.append(text)
            continue
        for c in text:
            made = one(c)
            if made is None:
                raise error
            out.append(made)
    return b''.join(out), len(str)


def charmap_decode(data, errors='strict', mapping=None, /):
    """Bytes as a text, by a mapping (a dict, or a text) from bytes to characters."""
    data = bytes(data)
    if mapping is None:
        return latin_1_decode(data, errors)
    out, at = [], 0
    while at < len(data):
        try:
            made = mapping[data[at]]
        except LookupError:
            made = None
        if isinstance(made, int):
            if not 0 <= made < 0x110000:
                raise TypeError('character mapping must be in range(0x110000)')
            made = None if made == 0xfffe else chr(made)
        if made is not None and not isinstance(made, str):
            raise TypeError('character mapping must return integer, None or str')
        if made is None or made == '\ufffe':
            made, at = lookup_error(errors or 'strict')(
                UnicodeDecodeError('charmap', data, at, at + 1, 'character maps to <undefined>'))
        else:
            at += 1
        out.append(made)
    return ''.join(out), len(data)


def _not_handled(exception):
    return TypeError(f"don't know how to handle {type(exception).__name__} in error callback")


def _part(exception):
    return exception.object[exception.start:exception.end]


def strict_errors(exception):
    if not isinstance(exception, BaseException):
        raise TypeError('codec must pass exception instance')
    raise exception


def ignore_errors(exception):
    if not isinstance(exception, UnicodeError) or type(exception) is UnicodeError:
        raise _not_handled(exception)
    return '', exception.end


def replace_errors(exception):
    if isinstance(exception, UnicodeEncodeError):
        return '?' * (exception.end - exception.start), exception.end
    if isinstance(exception, UnicodeDecodeError):
        return '\ufffd', exception.end
    if isinstance(exception, UnicodeTranslateError):
        return '\ufffd' * (exception.end - exception.start), exception.end
    raise _not_handled(exception)


def xmlcharrefreplace_errors(exception):
    if not isinstance(exception, UnicodeEncodeError):
        raise _not_handled(exception)
    return ''.join(f'&#{ord(c)};' for c in _part(exception)), exception.end


def _backslashed(code):
    return f'\\x{code:02x}' if code < 0x100 else f'\\u{code:04x}' if code < 0x10000 else f'\\U{code:08x}'


def backslashreplace_errors(exception):
    if isinstance(exception, UnicodeDecodeError):
        return ''.join(f'\\x{byte:02x}' for byte in _part(exception)), exception.end
    if not isinstance(exception, (UnicodeEncodeError, UnicodeTranslateError)):
        raise _not_handled(exception)
    return ''.join(_backslashed(ord(c)) for c in _part(exception)), exception.end


def namereplace_errors(exception):
    if not isinstance(exception, UnicodeEncodeError):
        raise _not_handled(exception)
    import unicodedata
    made = []
    for c in _part(exception):
        name = unicodedata.name(c, '')
        made.append(f'\\N{{{name}}}' if name else _backslashed(ord(c)))
    return ''.join(made), exception.end


def _surrogateescape(exception):
    part = _part(exception) if isinstance(exception, UnicodeError) and type(exception) is not UnicodeError else None
    if isinstance(exception, UnicodeEncodeError):
        if all('\udc80' <= c <= '\udcff' for c in part):
            return bytes(ord(c) - 0xdc00 for c in part), exception.end
        raise exception
    if not isinstance(exception, UnicodeDecodeError):
        raise _not_handled(exception)
    taken = 0
    while taken < len(part) and part[taken] >= 128:
        taken += 1
    if not taken:
        raise exception
    return ''.join(chr(0xdc00 + byte) for byte in part[:taken]), exception.start + taken


_handlers.update(strict=strict_errors, ignore=ignore_errors, replace=replace_errors,
                 xmlcharrefreplace=xmlcharrefreplace_errors, backslashreplace=backslashreplace_errors,
                 namereplace=namereplace_errors, surrogateescape=_surrogateescape)


def lookup_error(name, /):
    """What is done about characters that cannot be encoded."""
    found = _find_error(name) or _handlers.get(name)
    if found is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return found
