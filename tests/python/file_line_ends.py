# Lines with every end, long ones, and broken bytes, read line by line.
import os, tempfile
name = os.path.join(tempfile.mkdtemp(), 'lines.txt')
with open(name, 'wb') as f:
    f.write(b'one\ntwo\r\nthree\rfour\n\n' + b'x' * 20000 + b'\r\n' + 'é€\n'.encode() + b'last')
for newline in (None, '', '\n', '\r', '\r\n'):
    with open(name, newline=newline, encoding='utf-8') as f:
        print(newline, [(len(line), line[-4:]) for line in f])
with open(name, encoding='utf-8') as f:
    first = f.readline()
    print(repr(first), repr(f.readline(2)), repr(f.readline()), f.tell() > 0, len(f.read()))
with open(name, 'rb') as f:
    print([len(line) for line in f.readlines()])
with open(name, 'wb') as f:
    f.write(b'good\n' * 3 + b'b\xffd\n')
with open(name, encoding='latin-1') as f:
    print(f.readlines())
with open(name, encoding='utf-8', errors='replace') as f:
    print(f.readlines())
try:
    with open(name, encoding='utf-8') as f:
        print(f.readlines())
except UnicodeDecodeError as e:
    print(e)
