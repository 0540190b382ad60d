"""codecs: text piece by piece, and files of it."""
# Reasons for which the end of some bytes may be the beginning of a character.
_waiting = ('unexpected end of data', 'truncated data', 'incomplete multibyte sequence', 'unterminated shift sequence',
            '\\ at end of string')
# Encodings that begin with a mark, and what goes on after it.
_marked = {'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le', 'utf-8-sig': 'utf-8'}


class IncrementalEncoder:
    """Encodes a text piece by piece."""
    __module__ = 'codecs'

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """One that keeps what it cannot encode yet: derive from it and define _buffer_encode()."""
    __module__ = 'codecs'

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder:
    """Decodes bytes piece by piece."""
    __module__ = 'codecs'

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """One that keeps the part of a character for later: derive from it and define _buffer_decode()."""
    __module__ = 'codecs'

    def __init__(self, errors='strict'):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


def decode_begun(data, encoding, errors):
    """The text of the whole characters of some bytes, and how many bytes they are."""
    at, length = 0, len(data)
    while at < length:
        try:
            data[at:].decode(encoding)
            break
        except UnicodeDecodeError as error:
            if error.end >= length - at and error.reason in _waiting:
                length = at + error.start
                break
            at += error.end
    # What waits must not be more than a handler would take: bytes that begin no character are errors at once.
    return data[:length].decode(encoding, errors), length


class _OnStream:
    """What those have in common that have a stream: whatever they do not have themselves is the stream's."""

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.stream.close()


class StreamWriter(_OnStream):
    """Writes text to a file of bytes."""
    __module__ = 'codecs'

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_OnStream):
    """Reads text from a file of bytes."""
    __module__ = 'codecs'
    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reset()

    def reset(self):
        self.bytebuffer = b''
        self.charbuffer = self.charbuffertype()
        self.linebuffer = None

    def _more(self, size):
        """Reads bytes and decodes those that are whole; whether there were any."""
        fresh = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + fresh
        if not data:
            return False
        made, used = self.decode(data, self.errors)
        self.bytebuffer = data[used:]
        self.charbuffer += made
        return bool(fresh)

    def read(self, size=-1, chars=-1, firstline=False):
        """As many characters as `chars` says, or `size`; bytes are read by `size` at a time."""
        wanted = chars if chars >= 0 else size
        while wanted < 0 or len(self.charbuffer) < wanted:
            if not self._more(size):
                break
        if wanted < 0:
            made, self.charbuffer = self.charbuffer, self.charbuffertype()
        else:
            made, self.charbuffer = self.charbuffer[:wanted], self.charbuffer[wanted:]
        return made

    def readline(self, size=None, keepends=True):
        """The next line; with a size, as much of it as was read at once."""
        line = self.charbuffertype()
        while True:
            data = self.read(size or 72)
            # What follows may belong to this end.
            if data and data[-1] in ('\r', 13):
                data += self.read(1, 1)
            line += data
            lines = line.splitlines(True)
            if lines and (len(lines) > 1 or lines[0] != lines[0].splitlines(False)[0]):
                self.charbuffer = line[len(lines[0]):] + self.charbuffer
                line = lines[0]
                break
            if not data or size is not None:
                break
        return line if keepends or not line else line.splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration


class StreamReaderWriter(_OnStream):
    """A file of bytes that is read and written as text."""
    __module__ = 'codecs'
    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.reader)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()


class StreamRecoder(_OnStream):
    """A file of bytes in one encoding that is read and written as bytes in another."""
    __module__ = 'codecs'
    data_encoding = file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self.stream, self.errors = stream, errors
        self.encode, self.decode = encode, decode
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline() if size is None else self.reader.readline(size), self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(True)

    def __iter__(self):
        return self

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b''.join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """A file of `file_encoding` that is read and written as bytes of `data_encoding`."""
    from codecs import lookup
    data_info, file_info = lookup(data_encoding), lookup(file_encoding or data_encoding)
    made = StreamRecoder(file, data_info.encode, data_info.decode, file_info.streamreader, file_info.streamwriter,
                         errors)
    made.data_encoding, made.file_encoding = data_encoding, file_encoding or data_encoding
    return made


def incremental(name, encoder, decoder, text=True):
    """The classes of an encoding: reader, writer, and what encodes and decodes piece by piece."""
    from _unicode import encoding_name
    native = encoding_name(name) is not None
    shifted = name.startswith('iso2022') or name == 'utf-7'

    class Encoder(IncrementalEncoder):
        def reset(self):
            self.begun = False

        def __init__(self, errors='strict'):
            IncrementalEncoder.__init__(self, errors)
            self.begun = False

        def encode(self, input, final=False):
            if not self.begun or name not in _marked:
                self.begun = self.begun or len(input) > 0 or name == 'utf-8-sig'
                return encoder(input, self.errors)[0]
            return input.encode(_marked[name], self.errors)

        def getstate(self):
            return 0 if name not in _marked or self.begun else 2

        def setstate(self, state):
            self.begun = state == 0

    class Decoder(BufferedIncrementalDecoder):
        """Its state is what waits, and which order of bytes was found: 0 the machine's, 1 the other, 2 none yet."""

        def getstate(self):
            if name not in _marked:
                return self.buffer, 0
            return self.buffer, 2 if self.order == name else 1 if self.order.endswith('be') else 0

        def setstate(self, state):
            self.buffer = state[0]
            if name in _marked:
                self.order = (name if state[1] == 2 else _marked[name].replace('le', 'be') if state[1] == 1 else
                              _marked[name])

        def reset(self):
            self.buffer, self.order, self.told = b'', name, 0

        def __init__(self, errors='strict'):
            BufferedIncrementalDecoder.__init__(self, errors)
            self.reset()

        def decode(self, input, final=False):
            if not native and not shifted:
                # What is not about text is decoded part by part, a name of a domain whole.
                return decoder(input, self.errors)[0]
            data = self.buffer + bytes(input)
            if shifted:
                return self._shifted(data, final)
            if self.order in _marked and data and (self.order != 'utf-8-sig' or len(data) >= 3 or final):
                big = data[:2] == b'\xfe\xff' if name == 'utf-16' else data[:4] == b'\0\0\xfe\xff'
                width = 2 if name == 'utf-16' else 4
                if name == 'utf-8-sig':
                    data = data[3:] if data[:3] == b'\xef\xbb\xbf' else data
                    self.order = 'utf-8'
                elif len(data) >= width:
                    self.order = _marked[name][:-2] + ('be' if big else 'le')
                    if big or data[:width] == (b'\xff\xfe' if width == 2 else b'\xff\xfe\0\0'):
                        data = data[width:]
            if self.order == 'utf-8-sig' and b'\xef\xbb\xbf'.startswith(data) and not final:
                self.buffer = data
                return ''
            if final:
                self.buffer = b''
                return data.decode(self.order, self.errors)
            made, used = decode_begun(data, self.order, self.errors)
            self.buffer = data[used:]
            return made

        def _shifted(self, data, final):
            """Which set of characters comes depends on all that came before."""
            if final:
                made, used = decoder(data, self.errors)[0], len(data)
                self.buffer, told, self.told = b'', self.told, 0
                return made[told:]
            self.buffer = data
            try:
                made = decoder(data, self.errors)[0]
            except UnicodeDecodeError as error:
                if error.end < len(data) or error.reason not in _waiting:
                    raise
                made = decoder(data[:error.start], self.errors)[0]
            told, self.told = self.told, max(len(made), self.told)
            return made[told:]

    class Reader(StreamReader):
        encode, decode = staticmethod(encoder), staticmethod(decoder)
        charbuffertype = str if text else bytes

        def reset(self):
            StreamReader.reset(self)
            self._decoder = Decoder(self.errors)

        def _more(self, size):
            fresh = self.stream.read() if size < 0 else self.stream.read(size)
            if fresh:
                self.charbuffer += self._decoder.decode(fresh)
            return bool(fresh)

    class Writer(StreamWriter):
        encode, decode = staticmethod(encoder), staticmethod(decoder)

        def reset(self):
            self._encoder = Encoder(self.errors)

        def __init__(self, stream, errors='strict'):
            StreamWriter.__init__(self, stream, errors)
            self.reset()

        def write(self, object):
            self.stream.write(self._encoder.encode(object))
    for kind, label in (Encoder, 'IncrementalEncoder'), (Decoder, 'IncrementalDecoder'), (Reader, 'StreamReader'), \
            (Writer, 'StreamWriter'):
        kind.__name__ = kind.__qualname__ = label
        kind.__module__ = 'encodings.' + name.replace('-', '_')
    return Reader, Writer, Encoder, Decoder
