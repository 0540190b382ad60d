# json.decoder and json.encoder by name, and bytes in other encodings.
import json
import json.decoder
from json import encoder
from json.decoder import JSONDecodeError, scanstring


def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)


try:
    json.loads('{"a": }')
except json.decoder.JSONDecodeError as error:
    print(error, type(error), error is not None and JSONDecodeError is json.JSONDecodeError)
for encoding in ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be'):
    print(encoding, json.loads('["é", 1]'.encode(encoding)), json.loads(bytearray('12'.encode(encoding))),
          json.detect_encoding('"x"'.encode(encoding)))
attempt(json.loads, memoryview(b'1'))
attempt(json.loads, '\ufeff1')
for text, end in (('"abc\\u00e9" x', 1), ('abc"d', 0), ('"abc', 1), ('"\\x"', 1), ('"a\tb"', 1), ('x', 9)):
    attempt(scanstring, text, end)
attempt(scanstring, '"a\tb"', 1, False)
attempt(scanstring, 3, 1)
attempt(encoder.encode_basestring, 'é"\n')
attempt(encoder.encode_basestring_ascii, 'é"\U0001f600')
attempt(encoder.encode_basestring_ascii, 3)
print(encoder.JSONEncoder().encode([1.5, None]), sorted(json.__all__))
