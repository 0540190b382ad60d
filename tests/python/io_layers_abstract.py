# What the abstract classes of io refuse, and the rest of the layers' methods.
import io


def attempt(action):
    try:
        print(action())
    except (ValueError, OSError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Raw(io.RawIOBase):
    def __init__(self, data=b''):
        self.data, self.at = bytearray(data), 0

    def readable(self):
        return True

    writable = seekable = readable

    def readinto(self, buffer):
        part = self.data[self.at:self.at + min(len(buffer), 4)]
        buffer[:len(part)] = part
        self.at += len(part)
        return len(part)

    def write(self, data):
        self.data[self.at:self.at + len(data)] = data
        self.at += len(data)
        return len(data)

    def seek(self, offset, whence=0):
        self.at = offset + (self.at if whence == 1 else len(self.data) if whence == 2 else 0)
        return self.at

    def tell(self):
        return self.at


for base in (io.BufferedIOBase, io.TextIOBase):
    for name in ('read', 'write', 'detach', 'read1', 'readline'):
        if hasattr(base, name) and (name != 'readline' or base is io.TextIOBase):
            method = getattr(base(), name)
            attempt(lambda: method('x') if name == 'write' else method())


class Halves(io.BufferedIOBase):
    def read(self, size=-1):
        return b'ab'[:size]


into = bytearray(4)
print(Halves().readinto(into), into)
print(Raw(b'0123456789').read(3), Raw(b'0123456789').read(), Raw(b'0123456789').readall(), Raw(b'').read(2))
reader = io.BufferedReader(Raw(b'one\ntwo\nthree'), 5)
print(reader.read1(2), reader.tell(), reader.readline(), reader.peek()[:1], reader.seek(1), reader.read(2), reader.read())
print(reader.readable(), reader.seekable(), reader.closed, reader.isatty())
for action in (lambda: reader.write(b'x'), lambda: io.BufferedReader(Raw(), 0), lambda: reader.read(-5),
               lambda: io.BufferedWriter(Raw()).read()):
    attempt(action)
raw = Raw(b'abcdef')
both = io.BufferedRandom(raw)
print(both.read(2), both.seek(1, 1), both.write(b'XY'), both.seek(0), both.read(), raw.data, both.writable())
print(both.detach() is raw)
writer = io.BufferedWriter(raw, 4)
print(writer.write(b'long enough'), writer.write(b'!'), writer.flush(), bytes(raw.data)[-3:], writer.close(), writer.closed)
text = io.TextIOWrapper(io.BytesIO(b'a\r\nb\rc\n'), newline='\r')
print(repr(text.readline()), repr(text.readline(1)), repr(text.read(2)), repr(text.read()))
text = io.TextIOWrapper(io.BytesIO(), write_through=True, line_buffering=True)
print(text.write('é\n'), text.tell(), text.seek(0), text.read(), text.truncate(0), text.encoding, text.errors)
text.reconfigure(encoding='latin-1', errors='replace', newline='\n', line_buffering=False)
print(text.seek(0), text.write('é€'), text.flush(), text.buffer.getvalue(), text.readable(), text.writable(), text.seekable())
inner = text.detach()
print(inner.getvalue(), type(inner).__name__)
for action in (lambda: text.read(), lambda: io.TextIOWrapper(io.BytesIO()).fileno(),
               lambda: isinstance(io.StringIO(), io.RawIOBase), lambda: issubclass(io.BytesIO, io.BufferedIOBase)):
    attempt(action)
print(text.__class__.__name__, isinstance(text, io.IOBase))
named = Raw(b'x')
named.name = 'raw.bin'
print(io.BufferedReader(named).name, io.TextIOWrapper(io.BufferedReader(named)).name)
for method in (lambda: io.RawIOBase().write(b''), lambda: io.RawIOBase().readinto(into)):
    try:
        method()
    except Exception:
        print('refused')
