# What a block of a test logs, warns of and raises.
import logging
import unittest
import warnings


class Blocks(unittest.TestCase):
    def runTest(self):
        pass


case = Blocks()
log = logging.getLogger('shop.till')
with case.assertLogs('shop', level='INFO') as watched:
    log.info('opened %d', 3)
    log.debug('not seen')
    logging.getLogger('shop').error('empty')
print(watched.output, [record.levelname for record in watched.records])
with case.assertNoLogs(log, level='ERROR'):
    log.warning('only a warning')


def shown(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def block(context, function=lambda: None):
    with context:
        function()


shown(lambda: block(case.assertLogs('shop', 'ERROR'), lambda: log.info('low')))
shown(lambda: block(case.assertNoLogs(), lambda: log.error('bad')))
shown(case.assertRaises, ValueError, int, '7')
shown(lambda: block(case.assertRaises((ValueError, KeyError), msg='why')))
shown(lambda: block(case.assertRaisesRegex(ValueError, r'\d+'), lambda: int('x')))
shown(lambda: block(case.assertWarns(UserWarning)))
shown(lambda: block(case.assertWarnsRegex(UserWarning, 'old'), lambda: warnings.warn('new')))
shown(case.assertWarns, DeprecationWarning, len, [])
with case.assertWarns(UserWarning) as caught:
    warnings.warn('careful')
print(caught.warning)
shown(case.assertRaises, 'ValueError', int)
shown(case.assertRaises, ValueError, foobar=1)
shown(case.assertWarns, ValueError, int)
shown(case.assertRaisesRegex, ValueError, None or 5, int)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    case.assertEquals(3, 3)
    case.failUnless(True)
    shown(case.assertDictContainsSubset, {'a': 1, 'b': 2}, {'a': 2})
print([str(each.message) for each in seen])
