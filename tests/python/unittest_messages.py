# What the assertions of unittest say when they fail.
import unittest

class TestA(unittest.TestCase):
    def test_ok(self):
        pass

def msg(f):
    try: f()
    except AssertionError as e: print(e)
c = TestA('test_ok')
msg(lambda: c.assertEqual(1, 2))
msg(lambda: c.assertEqual([1,2], [1,3]))
msg(lambda: c.assertEqual([1,2], [1,2,3]))
msg(lambda: c.assertEqual((1,), (2,)))
msg(lambda: c.assertEqual({1}, {2}))
msg(lambda: c.assertEqual({'a': 1}, {'a': 2}))
msg(lambda: c.assertEqual('a', 'b'))
msg(lambda: c.assertTrue(0))
msg(lambda: c.assertFalse([1]))
msg(lambda: c.assertIn(1, []))
msg(lambda: c.assertNotIn(1, [1]))
msg(lambda: c.assertIs(1, None))
msg(lambda: c.assertIsNone(5))
msg(lambda: c.assertIsNotNone(None))
msg(lambda: c.assertIsInstance(1, str))
msg(lambda: c.assertLess(2, 1))
msg(lambda: c.assertGreaterEqual(1, 2))
msg(lambda: c.assertAlmostEqual(1, 1.1))
msg(lambda: c.assertAlmostEqual(1, 2, delta=.5))
msg(lambda: c.assertNotAlmostEqual(1, 1))
msg(lambda: c.assertNotEqual(1, 1))
msg(lambda: c.assertRaises(ValueError, int, '1'))
msg(lambda: c.assertRegex('abc', 'x'))
msg(lambda: c.assertNotRegex('abc', 'b'))
msg(lambda: c.assertCountEqual([1,1],[1,2]))
msg(lambda: c.fail())
msg(lambda: c.fail('why'))
def f():
    with c.assertRaises(ValueError): pass
msg(f)
def f():
    with c.assertRaisesRegex(ValueError, 'zzz'): int('a')
msg(f)
