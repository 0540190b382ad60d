b = b'Hello, World\t1\n'
print(b.capitalize(), b.title(), b.swapcase(), b.upper(), b.lower(), b.count(b'l'), b.count(111), b.find(b'o'), b.rfind(b'o'))
print(b.find(b'o', 5), b.index(b'W'), b.rindex(b'l'), b.find(b'zz'), b.startswith((b'x', b'H')), b.endswith(b'\n'), b.startswith(b'W', 7))
print(b'ab'.center(7, b'*'), b'ab'.ljust(5), b'ab'.rjust(5, b'.'), b'-42'.zfill(6), b'a\tb'.expandtabs(4), b'abc'.center(6))
print(b'xxabxx'.strip(b'x'), b' ab '.lstrip(), b' ab '.rstrip(), b'prefix-a'.removeprefix(b'prefix-'), b'a.txt'.removesuffix(b'.txt'))
print(b'abc1'.isalnum(), b'abc'.isalpha(), b'12'.isdigit(), b' \t'.isspace(), b'Ab'.istitle(), b'ab'.islower(), b'AB'.isupper())
print(b'\xff'.isascii(), b''.isascii(), b''.isalpha(), b'aXbX'.replace(b'X', b'-', 1), b'ab'.replace(b'', b'.'))
print(b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(None, b'b'), b'\x00\xff\x10\x20\x30'.hex(':', 2))
print(bytes.fromhex('00 ff 1A'), b'abc'[::-1], b'ab' * 3, 97 in b'abc', b'bc' in b'abc', bytes([1, 255]), bytes(3), list(b'ab'))
class C:
    def __bytes__(self): return b'from C'
print(bytes(C()), b'%s' % C(), b'x'.__bytes__(), ord(b'a'))
