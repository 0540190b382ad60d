import pickle
shared = ["a", 1.5]
values = [None, True, False, 0, 255, 256, 65535, 65536, -1, -128, -129, 2**31 - 1, 2**31, -2**31 - 1, 2**40, -2**47, 2**62, 2**70,
          1.5, -0.0, float("inf"), "", "x" * 300, "gr\u00fc\u00df \U0001f600", b"", b"ab\x00", b"z" * 300, (), (1,), (1, 2), (1, 2, 3),
          (1, 2, 3, 4), [], [7], {}, {"k": [1, {"z": (None,)}]}, set(), {3}, frozenset([4]), [shared, shared, (shared,)],
          {1: "a", "b": 2.0, (1, 2): None}, [[[[["deep"]]]]], list(range(2003)), {i: str(i) for i in range(1500)}]
total = 0
for value in values:
    for protocol in (2, 3, 4, 5):
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        assert back == value and type(back) is type(value), value
        total += len(data)
    if total < 2500:
        print(data[2:])
print(len(values), pickle.loads(pickle.dumps([shared, shared]))[0] is not shared)
twice = pickle.loads(pickle.dumps([shared, shared]))
print(twice[0] is twice[1])
loop = [1]
loop.append(loop)
back = pickle.loads(pickle.dumps(loop))
print(back[1] is back, len(pickle.dumps(loop)))
for bad in (b"\x80\x04K\x01", b"\x80\x04]e.", b"\x80\x04h\x05.", b""):
    try:
        print(pickle.loads(bad))
    except Exception as e:
        print(type(e).__name__)
print(pickle.loads(b"(lp0\nI1\naI2\na."), pickle.loads(bytearray(pickle.dumps("x"))))
