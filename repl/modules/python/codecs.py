"""codecs: text as bytes and back, and files of it."""
from _unicode import encoding_name as _encoding_name, find_error as _find_error, register_error

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_UTF16_LE = BOM_LE = b'\xff\xfe'
BOM_UTF16_BE = BOM_BE = b'\xfe\xff'
BOM_UTF16 = BOM = BOM_UTF16_LE
BOM_UTF32_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = b'\0\0\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE
_handlers = {}
__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE',
           'BOM64_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE',
           'BOM_UTF32_BE', 'CodecInfo', 'Codec', 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader',
           'StreamWriter', 'StreamReaderWriter', 'StreamRecoder', 'getencoder', 'getdecoder', 'getincrementalencoder',
           'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode', 'iterencode', 'iterdecode',
           'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors', 'backslashreplace_errors',
           'namereplace_errors', 'register_error', 'lookup_error']


def _plain(encoding):
    return encoding.lower().replace('_', '').replace('-', '').replace(' ', '')


class CodecInfo(tuple):
    """The functions of an encoding: encode, decode, reader and writer."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self._is_text_encoding = True if _is_text_encoding is None else _is_text_encoding
        return self

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'


class Codec:
    """An encoding: derive from it and define encode() and decode()."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


from _codecs_streams import (BufferedIncrementalDecoder, BufferedIncrementalEncoder, EncodedFile, IncrementalDecoder,
                             IncrementalEncoder, StreamReader, StreamReaderWriter, StreamRecoder, StreamWriter,
                             incremental as _incremental)


def _told(function, does, name):
    """The same function; its errors say which codec failed."""
    def tell(*args):
        try:
            return function(*args)
        except Exception as error:
            if isinstance(error, OSError) or len(error.args) != 1 or not isinstance(error.args[0], str):
                raise
            label = f'{does} with {name!r} codec failed ({type(error).__name__}: {error})'
            raise type(error)(label) from error
    return tell


def _info(encoding):
    """The CodecInfo of an encoding that is known without the program's help, or None."""
    name = _encoding_name(encoding)
    if name is not None:
        def to_bytes(text, errors='strict'):
            return text.encode(encoding, errors), len(text)

        def to_text(data, errors='strict'):
            data = data if isinstance(data, bytes) else memoryview(data).tobytes()
            return data.decode(encoding, errors), len(data)
        functions, text = (to_bytes, to_text), True
    else:
        from _codecs_bytes import ENCODINGS as _bytes
        from _codecs_text import ENCODINGS as _texts
        plain = _plain(encoding)
        found = _texts.get(plain) or _bytes.get(plain)
        if found is None:
            return None
        name, *functions = found
        text = plain in _texts
    return CodecInfo(*functions, *_incremental(name, *functions, text), name=name, _is_text_encoding=text)


def lookup(encoding, /):
    """What an encoding can do."""
    if not isinstance(encoding, str):
        raise TypeError(f'lookup() argument must be str, not {type(encoding).__name__}')
    found = _search(encoding)
    if found is None:
        raise LookupError(f'unknown encoding: {encoding}')
    return found


def encode(obj, encoding='utf-8', errors='strict'):
    """A text as bytes; also what is not about text: 'hex', 'base64', 'zlib', 'rot13'."""
    found = lookup(encoding)
    return _told(found.encode, 'encoding', encoding)(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    """Bytes as a text; also the way back of encode."""
    found = lookup(encoding)
    return _told(found.decode, 'decoding', encoding)(obj, errors)[0]


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
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    found = lookup(encoding).incrementaldecoder
    if found is None:
        raise LookupError(encoding)
    return found


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """A file of text; line ends stay as they are."""
    import builtins
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    stream = builtins.open(filename, mode, buffering)
    if encoding is None:
        return stream
    try:
        info = lookup(encoding)
    except LookupError:
        stream.close()
        raise
    made = StreamReaderWriter(stream, info.streamreader, info.streamwriter, errors)
    made.encoding = encoding
    return made


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Texts as bytes, one by one."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        data = encoder.encode(text)
        if data:
            yield data
    data = encoder.encode('', True)
    if data:
        yield data


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Bytes as texts, one by one."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
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
    name = encoding.lower().replace(' ', '_')
    if name in _found:
        return _found[name]
    known = _info(encoding)
    if known is not None:
        _found[name] = known
        return known
    name = ''.join(c if c.isalnum() or c == '.' else '_' for c in name)
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


def _text_codec(encoding, encodes):
    """What str.encode and bytes.decode ask for an encoding that they do not know."""
    found = _search(encoding)
    if found is None:
        return None
    if not found._is_text_encoding:
        raise LookupError(f'{encoding!r} is not a text encoding; '
                          f"use codecs.{'en' if encodes else 'de'}code() to handle arbitrary codecs")
    return CodecInfo(_told(found.encode, 'encoding', encoding), _told(found.decode, 'decoding', encoding))


def _coders(name, encoding):
    def encoder(obj, errors='strict', /):
        return obj.encode(encoding, errors or 'strict'), len(obj)

    def decoder(data, errors='strict', final=False, /):
        # The escapes of a text are read too.
        data = data.encode() if isinstance(data, str) and 'escape' in encoding else bytes(data)
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
utf_7_encode, utf_7_decode = _coders('utf_7', 'utf-7')
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


def escape_encode(data, errors='strict', /):
    """Bytes as the literal of bytes writes them."""
    if not isinstance(data, bytes):
        raise TypeError(f'escape_encode() argument 1 must be bytes, not {type(data).__name__}')
    made = repr(data.replace(b'"', b"'") if b"'" in data and b'"' not in data else data)[2:-1]
    if b"'" in data and b'"' not in data:
        made = made.replace("'", "\\'")
    return made.encode('ascii'), len(data)


def escape_decode(data, errors='strict', /):
    """The way back: what the escapes of a literal of bytes stand for."""
    import re
    data = data.encode() if isinstance(data, str) else bytes(data)
    simple = {b'\n': b'', b'\\': b'\\', b"'": b"'", b'"': b'"', b'a': b'\a', b'b': b'\b', b'f': b'\f', b'n': b'\n',
              b'r': b'\r', b't': b'\t', b'v': b'\v'}

    def one(found):
        mark = found[1]
        if mark[:1] == b'x' and len(mark) < 3:
            if errors == 'ignore':
                return b''
            if errors == 'replace':
                return b'?'
            raise ValueError(f'invalid \\x escape at position {found.start()}')
        if mark in simple:
            return simple[mark]
        if mark[:1] == b'x':
            return bytes([int(mark[1:], 16)])
        return bytes([int(mark, 8) & 255]) if mark.isdigit() and mark[:1] < b'8' else found[0]
    if re.search(rb'(?<!\\)(?:\\\\)*\\\Z', data):
        raise ValueError('Trailing \\ in string')
    return re.sub(rb'(?s)\\(x[0-9a-fA-F]{2}|x|[0-7]{1,3}|.)', one, data), len(data)


def make_identity_dict(rng):
    """Each number of a range by itself."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """A mapping turned round; what several stand for is None."""
    made = {}
    for key, value in decoding_map.items():
        made[value] = None if value in made else key
    return made


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


def _surrogatepass(exception):
    if isinstance(exception, UnicodeEncodeError):
        if not all('\ud800' <= c <= '\udfff' for c in _part(exception)):
            raise exception
        return _part(exception).encode(exception.encoding, 'surrogatepass'), exception.end
    if not isinstance(exception, UnicodeDecodeError):
        raise _not_handled(exception)
    order = exception.encoding.lower().replace('_', '-')
    size = 4 if '32' in order else 2 if '16' in order else 3
    try:
        made = exception.object[exception.start:exception.start + size].decode(order, 'surrogatepass')
    except UnicodeError:
        raise exception from None
    if not '\ud800' <= made <= '\udfff':
        raise exception
    return made, exception.start + size


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
                 namereplace=namereplace_errors, surrogateescape=_surrogateescape,
                 surrogatepass=_surrogatepass)


def lookup_error(name, /):
    """What is done about characters that cannot be encoded."""
    found = _find_error(name) or _handlers.get(name)
    if found is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return found
