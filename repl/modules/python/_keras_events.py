"""Event files of TensorBoard: records (length, checksum, data, checksum) of a few protocol-buffer fields.

Formats: tensorflow/core/lib/io/record_writer.h, tensorflow/core/util/event.proto, framework/summary.proto.
"""
import os
import struct
import time


def _table():
    made = []
    for value in range(256):
        for _ in range(8):
            value = (value >> 1) ^ (0x82f63b78 if value & 1 else 0)
        made.append(value)
    return made


_TABLE = _table()


def crc32c(data):
    """The checksum of Castagnoli's polynomial."""
    value = 0xffffffff
    for byte in data:
        value = (value >> 8) ^ _TABLE[(value ^ byte) & 255]
    return value ^ 0xffffffff


def _masked(data):
    value = crc32c(data)
    return (((value >> 15) | (value << 17)) + 0xa282ead8) & 0xffffffff


def _varint(value):
    made = []
    while value > 127:
        made.append(value & 127 | 128)
        value >>= 7
    return bytes(made + [value])


def _bytes(number, data):
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _event(step, content):
    return b'\x09' + struct.pack('<d', time.time()) + (_varint(2 << 3) + _varint(step) if step else b'') + content


class EventWriter:
    """One file of events in a folder."""

    _made = 0

    def __init__(self, folder):
        import socket
        os.makedirs(folder, exist_ok=True)
        name = f'events.out.tfevents.{int(time.time())}.{socket.gethostname()}.{os.getpid()}.{EventWriter._made}.v2'
        EventWriter._made += 1
        self.file = open(os.path.join(folder, name), 'wb')
        self._record(_event(0, _bytes(3, b'brain.Event:2')))

    def _record(self, data):
        head = struct.pack('<Q', len(data))
        self.file.write(head + struct.pack('<I', _masked(head)) + data + struct.pack('<I', _masked(data)))

    def scalar(self, tag, value, step):
        """Summary.Value with a float tensor, as tf.summary.scalar writes it."""
        tensor = _varint(1 << 3) + _varint(1) + _bytes(2, b'') + _bytes(4, struct.pack('<f', value))
        plugin = _bytes(1, _bytes(1, b'scalars'))
        summary = _bytes(1, _bytes(1, tag.encode()) + _bytes(8, tensor) + _bytes(9, plugin))
        self._record(_event(step, _bytes(5, summary)))

    def flush(self):
        self.file.flush()

    def close(self):
        self.file.close()
