# Each encoding with each handler of errors, both ways.
handlers = ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass']
for encoding in ['utf-8', 'ascii', 'utf-16', 'utf-32-be']:
    for handler in handlers:
        try:
            print(encoding, handler, 'a\ud800\udc80é'.encode(encoding, handler))
        except UnicodeEncodeError as error:
            print(encoding, handler, error, error.start, error.end)
for encoding in ['utf-8', 'ascii', 'utf-16-le']:
    for handler in handlers:
        for data in [b'\xed\xa0\x80x', b'\x00\xd8x\x00']:
            try:
                print(encoding, handler, ascii(data.decode(encoding, handler)))
            except UnicodeDecodeError as error:
                print(encoding, handler, error.encoding, error.start, error.end, error.reason)
name = b'caf\xe9'.decode('utf-8', 'surrogateescape')
print(ascii(name), name.encode('utf-8', 'surrogateescape'))
