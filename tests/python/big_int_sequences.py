print([1, 2, 3][:2**70], [1, 2, 3][-2**70:], 'abc'[:2**70:1], (1, 2)[2**70:], b'abc'[-2**70:2])
print([1, 2, 3].index(2, -2**70, 2**70), 'abc'.find('b', 0, 2**70), slice(2**70).stop)
for text in ("'a' * 2**70", "[1] * 2**70", "(1,) * 2**70", "b'a' * 2**70", "[1][2**70]", "'a'[2**70]", "(1,)[-2**70]",
             "b'a'[2**70]", "range(3)[2**70]", "bytes(2**70)", "'a' * -2**63", "chr(2**70)", "'%c' % 2**70"):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, '|', type(error).__name__, error)
