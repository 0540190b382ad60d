# Codecs of a program's own, over the classes to derive from.
import codecs
import io


class Upper(codecs.Codec):
    def encode(self, input, errors='strict'):
        return input.upper().encode('ascii', errors), len(input)

    def decode(self, input, errors='strict'):
        return bytes(input).decode('ascii', errors).lower(), len(input)


class Pairs(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        whole = len(input) if final else len(input) // 2 * 2
        return bytes(input[:whole]).decode('ascii', errors), whole


class Words(codecs.BufferedIncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        whole = len(input) if final else input.rfind(' ') + 1
        return input[:whole].encode('ascii', errors), whole


class Writer(Upper, codecs.StreamWriter):
    pass


class Reader(Upper, codecs.StreamReader):
    pass


decoder = Pairs()
print([decoder.decode(b'abc'), decoder.getstate(), decoder.decode(b'de'), decoder.getstate()])
decoder.setstate((b'x', 0))
print([decoder.decode(b'', True), decoder.getstate(), decoder.reset()])
encoder = Words()
print([encoder.encode('one two'), encoder.getstate(), encoder.encode(' x', True)])
encoder.setstate('left ')
print([encoder.encode(''), encoder.reset(), encoder.getstate()])
for kind in (codecs.IncrementalEncoder, codecs.IncrementalDecoder, codecs.Codec):
    made = kind()
    if kind is not codecs.Codec:
        print(made.getstate(), made.setstate(0), made.reset(), end=' ')
        call = made.encode if kind is codecs.IncrementalEncoder else made.decode
    else:
        call = made.encode
        try:
            made.decode(b'')
        except NotImplementedError as error:
            print(repr(error), end=' ')
    try:
        call('')
    except NotImplementedError as error:
        print(repr(error))
both = codecs.StreamReaderWriter(io.BytesIO(), Reader, Writer)
both.write('one\n')
both.writelines(['two\n', 'three'])
print(both.getvalue())
both.seek(0)
print(both.readline(), both.read(2), both.readlines())
both.reset()
recoder = codecs.StreamRecoder(io.BytesIO(b'ONE\nTWO\nX'), codecs.latin_1_encode, codecs.latin_1_decode, Reader, Writer)
print(recoder.readline(), recoder.readlines())
recoder.reset()
recoder.writelines([b'a', b'b'])
recoder.writer.reset()
print(recoder.stream.getvalue(), codecs.utf_7_encode('ü'), codecs.utf_7_decode(b'+APw-'))


def search(name):
    return codecs.CodecInfo(Upper().encode, Upper().decode, Reader, Writer, name='upper') if name == 'upper' else None


codecs.register(search)
print('abc'.encode('upper'), b'ABC'.decode('upper'), codecs.lookup('Upper').name)
for find in (codecs.getincrementalencoder, codecs.getincrementaldecoder):
    try:
        find('upper')
    except LookupError as error:
        print(error)
