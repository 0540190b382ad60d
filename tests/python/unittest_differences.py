# How assertions tell what differs: long values are shortened, sets and counts are listed.
import unittest


class Any(unittest.TestCase):
    def runTest(self):
        pass


case = Any()


def shown(name, *args, **kwargs):
    try:
        getattr(case, name)(*args, **kwargs)
        print(name, 'holds')
    except AssertionError as e:
        print(e)
    except TypeError as e:
        print('TypeError', e)


shown('assertEqual', 'a' * 100 + 'x' * 60, 'a' * 100 + 'y' * 60)
shown('assertEqual', list(range(60)), list(range(59)) + [0])
shown('assertEqual', (1, 2), (1, 2, 3), 'lengths')
shown('assertEqual', {'a': 1, 'b': [1, 2]}, {'a': 1, 'b': [1, 3]})
shown('assertEqual', {1, 2, 3}, {3, 4})
shown('assertEqual', 'one\ntwo\n', 'one\nzwei\n')
shown('assertEqual', 'x' * 70000, 'y' * 70000 if False else 'x' * 70000)
shown('assertSequenceEqual', [1, 2], (1, 2))
shown('assertSequenceEqual', 5, [1])
shown('assertSequenceEqual', range(2), range(3))
shown('assertListEqual', [1], (1,))
shown('assertSetEqual', {1}, [2, 3])
shown('assertSetEqual', None, {1})
shown('assertSetEqual', {1}, None)
shown('assertCountEqual', [1, [2], [2]], [[2], 1, 1])
shown('assertDictEqual', [], {})
shown('assertAlmostEqual', 1.0, 1.1, places=2, delta=0.1)
shown('assertAlmostEqual', 1.0, 1.1, places=2)
shown('assertNotAlmostEqual', 1.0, 1.0001, delta=0.1)
shown('assertRegex', 'abc', r'\d')
shown('assertNotRegex', 'abc1', r'\d')
case.longMessage = False
shown('assertTrue', 0, 'short')
case.maxDiff = 10
shown('assertEqual', ['long text'] * 3, ['other text'] * 3)
case.addTypeEqualityFunc(int, lambda first, second, msg=None: print('compared', first, second))
shown('assertEqual', 1, 2)
