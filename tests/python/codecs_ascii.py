# Encodings that make ASCII of any text: utf-7, punycode, idna; and those that are not about text.
import codecs
from encodings.idna import ToASCII, ToUnicode, nameprep


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


for text in ('Hi Mom \u263a!', 'a+b~', '日本\U0001f600z', 'ü'):
    print(text.encode('utf-7'), text.encode('utf-7').decode('utf-7'), text.encode('punycode'),
          text.encode('punycode').decode('punycode'))
for data in (b'+ab', b'\xe9', b'+!', b'+AGE+', b'+A'):
    attempt(data.decode, 'utf-7')
    print(ascii(data.decode('utf-7', 'replace')))
for name in ('bücher.example', 'Faß.de', 'python.org.', 'a..b', 'ü' * 60, 'x\u3002日本'):
    attempt(name.encode, 'idna')
attempt(b'xn--bcher-kva.example'.decode, 'idna')
print(ToASCII('Bücher'), ToUnicode('xn--bcher-kva'), nameprep('BÜ\u00adCHER'))
attempt(b'ab&'.decode, 'punycode')
print(codecs.encode('Hello', 'rot13'), codecs.encode(b'Hello', 'hex'), codecs.decode(b'SGVsbG8=', 'base64'))
print(codecs.encode(b'a = \xe9 \n', 'quopri'), codecs.encode(b'Hello', 'uu'), codecs.decode(codecs.encode(b'Hello', 'uu'), 'uu'))
print(codecs.decode(codecs.encode(b'abc' * 9, 'zlib'), 'zlib'))
attempt('abc'.encode, 'rot13')
attempt(b'abc'.decode, 'hex')
attempt(codecs.encode, 'abc', 'hex')
attempt(codecs.decode, b'zz', 'hex')
attempt(codecs.decode, b'z', 'base64')
attempt(codecs.decode, b'z', 'uu')
attempt(codecs.decode, b'begin 644 x\n', 'uu')
attempt(codecs.lookup, 3)
attempt(codecs.lookup, 'no-such name')
attempt('x'.encode, 'no-such name')
print(codecs.escape_encode(b'a\n\xe9"\''), codecs.escape_decode(rb'a\n\xe9\101\\'))
attempt(codecs.escape_decode, b'\\x0')
print(codecs.make_identity_dict(range(3)), codecs.make_encoding_map({1: 5, 2: 5, 3: 6}))
print(codecs.lookup_error('surrogatepass')(UnicodeEncodeError('utf-8', 'a\ud800', 1, 2, 'no')))
