# patch: attributes and mappings that are others for a while.
from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel, DEFAULT, mock_open, PropertyMock, AsyncMock, create_autospec, seal
import os, asyncio
class S:
    a = 1

with patch('os.getcwd', return_value='/fake') as g: print(os.getcwd(), g.called)
print(os.getcwd() != '/fake')
@patch.object(S, 'a', 7)
def t(): return S.a
print(t(), S.a)
@patch('os.listdir')
def t2(ld): ld.return_value = ['q']; return os.listdir('.')
print(t2())
with patch.dict(os.environ, {'ZZ': '1'}): print(os.environ['ZZ'])
print('ZZ' in os.environ)
with patch('builtins.open', mock_open(read_data='abc\ndef')) as o:
    with open('f') as f: print(f.read())
    o.assert_called_once_with('f')
print(call(1, a=2), call.x.y(3), ANY == 3, sentinel.q, sentinel.q is sentinel.q)
class P:
    @property
    def v(self): return 1
with patch.object(P, 'v', new_callable=PropertyMock, return_value=9): print(P().v)
am = AsyncMock(return_value=4); print(asyncio.run(am(1))); am.assert_awaited_once_with(1)
def fn(a, b): pass
af = create_autospec(fn, return_value=1); print(af(1, 2))
try: af(1)
except TypeError as e: print(e)
