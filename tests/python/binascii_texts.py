# Quoted-printable text, uuencode, base64 held to the letter, and the rest of base64.
import base64
import binascii
import io
import quopri


def attempt(function, *arguments, **named):
    try:
        print(function(*arguments, **named))
    except Exception as error:
        print(type(error).__name__, error)


data = bytes(range(40)) + b'= .\n.\nend \n' + b'x' * 80 + b'\xff\t\n z'
for options in ({}, {'quotetabs': True}, {'istext': False}, {'header': True}):
    made = binascii.b2a_qp(data, **options)
    print(made, binascii.a2b_qp(made, header=options.get('header', False)) == data)
print(binascii.a2b_qp('a=\nb=3d=zz==_=4'), quopri.encodestring(b'a_b \xe9', header=True), quopri.decodestring('=41'))
for size in (0, 1, 2, 3, 45):
    line = binascii.b2a_uu(bytes(range(size)), backtick=size % 2 == 0)
    print(line, binascii.a2b_uu(line) == bytes(range(size)))
attempt(binascii.b2a_uu, bytes(46))
attempt(binascii.a2b_uu, b'!\x01')
attempt(binascii.a2b_uu, b'!AB  zz')
print(binascii.crc_hqx(b'123456789', 0), binascii.hexlify(b'abcdef', '-', 2), binascii.hexlify(bytearray(b'\x01\xff'), ':'))
for text in (b'=YQ', b'YQ==x', b'Y=Q=', b'YQ=\n=', b'YWI=', b'Y!'):
    attempt(binascii.a2b_base64, text, strict_mode=True)
attempt(binascii.a2b_hex, b'abc')
attempt(binascii.a2b_hex, 'zz')
attempt(binascii.b2a_hex, 'text')
attempt(binascii.a2b_base64, 'é')
attempt(binascii.a2b_base64, 4)
print(base64.b32hexencode(b'hello'), base64.b32hexdecode('d1imor3f', True), base64.b32decode('MFRGG01=', map01='L'))
for text in (b'AAA', b'AA======x', b'A=======', b'!!======'):
    attempt(base64.b32decode, text)
out, back = io.BytesIO(), io.BytesIO()
base64.encode(io.BytesIO(b'some bytes' * 9), out)
out.seek(0)
base64.decode(out, back)
print(out.getvalue(), back.getvalue()[:10])
attempt(base64.encodebytes, 'text')
attempt(base64.b64encode, b'x', b'+')
quopri.encode(io.BytesIO(b'a\xe9 b\n'), out, False)
quopri.decode(io.BytesIO(b'a=E9'), out)
print(out.getvalue()[-12:])
