def attempt(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, '|', type(error).__name__, error)


for text in (
    "b'a'.index(b'z')",
    "b'a'.find('x')",
    "b'a'.startswith('x')",
    "b'a'.split('x')",
    "b''.join(['a'])",
    "b''.join(5)",
    'bytes([300])',
    'bytearray([300])',
    'bytearray().pop()',
    "b'a' + 'x'",
    "bytearray() + 'x'",
    "b'a'[5]",
    "bytearray(b'a')[5]",
    'hash(bytearray())',
    "b'a'.decode('nope')",
    "b'\\xff'.decode()",
    "bytes('a')",
    'bytes(-1)',
    'bytes(1.5)',
    'bytes(None)',
    "memoryview('a')",
    "b'%d' % 'a'",
    "b'%s' % 'a'",
    "b'%d %d' % 1",
    "b'a' % 1",
    "b'%c' % 300",
    "bytes.fromhex('0g')",
    "b'a' * 1.5",
    "b'x'.replace(1, 2)",
    "'a' in b'a'",
    "300 in b'a'",
    "b'a' < 'a'",
    "b'a'.hex('ab')",
    "b'a,b'.split(b'')",
    "bytes(1, 'utf-8')",
    "ord(b'ab')",
):
    attempt(text)
