# Views of an array see its memory and write into it; meanwhile it keeps its size.
import io
import struct
from array import array

numbers = array('i', [0] * 5)
view = memoryview(numbers)
view[1:3] = memoryview(array('i', [3, 4]))
view[0] = 77
print(numbers, view.format, view.itemsize, view.nbytes, view.tolist(), view.readonly)
for action in (lambda: numbers.append(3), lambda: numbers.pop(), lambda: numbers.extend([1])):
    try:
        action()
    except BufferError as error:
        print(error)
numbers[4] = 5
view.release()
numbers.append(3)
print(numbers, numbers.typecode, numbers.itemsize)
many = array('I', range(10))
view = memoryview(many)
view[1:] = view[:-1]
print(many, bytes(view[:2]))
view.release()
print(bytearray(array('h', [1, 2])), b''.join([array('B', [65])]), struct.unpack('<2h', array('h', [5, 6])))
into = array('h', [0, 0])
print(io.BytesIO(b'abcdefgh').readinto(into), into, io.BytesIO(b'x').readinto1(bytearray(4)))
with open('numbers.bin', 'wb') as file:
    array('d', [1.5, -2]).tofile(file)
    print(file.writable())
again, half = array('d'), bytearray(12)
with open('numbers.bin', 'rb') as file:
    again.fromfile(file, 2)
    print(file.seek(0), file.readinto(half), file.read1(100) == half[:4] or 'rest', half[:8])
print(again)
for action in (lambda: io.BytesIO(b'abc').readinto(b'xyz'), lambda: open('numbers.bin', 'rb').readinto('text'),
               lambda: again.fromfile(open('numbers.bin', 'rb'), 9), lambda: again.fromfile(io.BytesIO(b''), -1),
               lambda: open('numbers.bin', 'ab').readinto(bytearray(2))):
    try:
        action()
    except (TypeError, EOFError, ValueError, OSError) as error:
        print(type(error).__name__, error)
print(len(again), again.buffer_info()[1])
