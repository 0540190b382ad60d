# Mocks with the attributes of a class, and with special methods.
from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel, DEFAULT, mock_open, PropertyMock, AsyncMock, create_autospec, seal
class S:
    a = 1
    def f(self): pass
s = Mock(spec=S)
try: s.nope
except AttributeError as e: print(e)
print(isinstance(s, S), s.f() is not None)
mm = MagicMock(); mm.__len__.return_value = 5; mm.__getitem__.side_effect = lambda k: k * 2
print(len(mm), mm[3], bool(mm), int(mm), list(mm), 3 in mm)
mm.__enter__.return_value = 'ent'
with mm as e: print(e)
mm.__str__.return_value = 'STR'; print(str(mm))
