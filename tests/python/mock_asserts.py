# What failing assertions of mocks say.
import os
from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel, DEFAULT, mock_open, PropertyMock, AsyncMock, create_autospec, seal
m = Mock(return_value=3)
m(1)
m.reset_mock(); print(m.called, m.call_count, m.mock_calls)
m = Mock(name='nm'); 
try: m.assert_called()
except AssertionError as e: print(e)
try: m.x.assert_called_with(3)
except AssertionError as e: print(e)
m.configure_mock(**{'a.b': 3, 'c.return_value': 4}); print(m.a.b, m.c())
try: m.asert_foo
except AttributeError as e: print(e)
m(1); 
try: m.assert_not_called()
except AssertionError as e: print(e)
try: m.assert_has_calls([call(2)])
except AssertionError as e: print(e)
try: m.assert_any_call(2)
except AssertionError as e: print(e)
p = patch('os.sep', 'X'); p.start(); print(os.sep); p.stop(); print(os.sep)
try:
    with patch('os.nothere'): pass
except AttributeError as e: print(str(e)[-34:])
seal(m)
try: m.zz
except AttributeError as e: print(e)
