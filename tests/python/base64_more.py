# base64: base 16, several lines, the standard spellings.
import base64
import binascii

data = bytes(range(60, 75))
print(base64.b16encode(data), base64.b16decode(base64.b16encode(data)) == data)
print(base64.b16decode("4a4b", casefold=True))
print(base64.standard_b64encode(b"any carnal pleas"), base64.standard_b64decode("YW55IGNhcm5hbCBwbGVhcw=="))
lines = base64.encodebytes(b"x" * 70)
print(lines, base64.decodebytes(lines) == b"x" * 70)
for work in (lambda: base64.b16decode("4a"), lambda: base64.standard_b64decode("abc")):
    try:
        work()
    except binascii.Error as error:
        print(type(error).__name__, error)
from array import array

numbers = array("h", [1, 2])
numbers.frombytes(b"\x03\x00\x04\x00")
print(numbers, numbers.tobytes())
