# Text piece by piece, files of it, and files in encodings whose lines do not end with one byte.
import codecs
import encodings
import io
import os
import tempfile
from encodings.aliases import aliases

for name in ('utf-8', 'utf-16', 'utf-8-sig', 'utf-32', 'shift_jis', 'utf-16-be'):
    text = 'añ日\U0001F600z' if name[:3] == 'utf' else 'a日本z'
    data = text.encode(name)
    print(name, [codecs.getincrementaldecoder(name)().decode(data[:end]) for end in range(0, len(data), 2)])
    print(list(codecs.iterdecode([data[at:at + 1] for at in range(len(data))], name)), list(codecs.iterencode(text, name)))
    file = io.BytesIO()
    writer = codecs.getwriter(name)(file)
    writer.writelines([text, '\r\n', text])
    file.seek(0)
    reader = codecs.getreader(name)(file)
    print(repr(reader.readline()), repr(reader.read(2 if name[:3] == 'utf' else -1)), repr(reader.read()))
decoder = codecs.getincrementaldecoder('utf-16')()
print(decoder.getstate(), decoder.decode(b'\xff\xfea\0b'), decoder.getstate(), decoder.decode(b'\0', True))
reader = codecs.getreader('utf-8')(io.BytesIO('añbc\ndef\n'.encode() * 3))
print([reader.read(3), reader.read(2, 1), reader.readline(2), reader.readline(), reader.readlines()])
recoded = codecs.EncodedFile(io.BytesIO(), 'latin-1', 'utf-8')
recoded.write('é'.encode('latin-1'))
recoded.seek(0)
print(recoded.read(), recoded.stream.getvalue())
path = os.path.join(tempfile.mkdtemp(), 'a.txt')
for name in ('utf-16', 'utf-32', 'utf-16-le', 'cp037', 'shift_jis', 'utf-8-sig', 'latin-1'):
    text = 'aé\nb\n' if name in ('cp037', 'latin-1') else '日本\nz\n'
    with open(path, 'w', encoding=name) as file:
        file.write(text)
        file.write(text)
        print(file.name == path, file.mode, file.encoding)
    with open(path, encoding=name) as file:
        print(file.readline(), file.readlines(), open(path, 'rb').read())
    with open(path, 'a', encoding=name) as file:
        file.write('x')
    with codecs.open(path, 'r', name) as file:
        print(list(file))
print(encodings.normalize_encoding('UTF  8--x'), aliases['latin1'], aliases['sjis'], aliases['utf8'])
print(encodings.search_function('latin-1').name, encodings.search_function('no'))
