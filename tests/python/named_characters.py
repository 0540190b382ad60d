# Names of characters in strings, and base85.
print("\N{DEGREE SIGN}C \N{snowman}\N{GREEK SMALL LETTER ALPHA}", f"\N{EURO SIGN}{3}\N{BULLET}{'x'}", r"\N{x}", b"\N{x}", len('\N{LATIN SMALL LETTER A WITH ACUTE}'))
for s in (r"'\N{NOPE NOPE}'", r"'\N'", r"'\N{'", r"'\N{}'", r"'ab\Nq'", r"f'\N{NOPE}'"):
    try: print(eval(s))
    except SyntaxError as e: print(e.msg)
import base64
print(base64.b85encode(b'hello world!!'), base64.b85decode(base64.b85encode(bytes(range(50)))) == bytes(range(50)), base64.a85encode(b'hello\0\0\0\0\0\0\0\0x'), base64.a85decode(base64.a85encode(b'hello\0\0\0\0 z')), base64.a85encode(b'abc', adobe=True), base64.a85decode(b'<~@:E^~>', adobe=True), base64.b85encode(b'abc', pad=True))
for f in (lambda: base64.b85decode(b'\x01'), lambda: base64.a85decode(b'v'), lambda: base64.a85decode(b'x', adobe=True)):
    try: print(f())
    except ValueError as e: print(e)
