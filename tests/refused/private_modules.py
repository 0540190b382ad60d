# The private halves of modules, called with what the public halves never pass; named tuples without their record.
import typing

import _binary
import _collections
import _dataclasses
import _instance_check
import _random
from refusals import refuses, report


class Point(typing.NamedTuple):
    x: int


refuses(ValueError, 'unsupported hash type nothing', _binary.digest, 'nothing', b'')
refuses(TypeError, 'a class and a str are wanted', _instance_check.has_special, 5, '__len__')
refuses(TypeError, 'a class of the program is wanted', _dataclasses.set_doc, int, 'text')
refuses(TypeError, 'these names make no parameters: a b', _dataclasses.make_init, 'a b', 'P.__init__', ('a',), 'p', (None,),
        (0,), False, False)
refuses(TypeError, 'bytes are wanted', _random.Random()._seed_bytes, 'text')
for names in ((int, (), ()), (5, (), ()), (Point, ('x',), ())):
    refuses(TypeError, 'a class of NamedTuple that has no fields yet and two tuples are wanted',
            _collections.namedtuple_setup, *names)
point = Point(1)
del Point._record_
refuses(TypeError, 'this class has no fields', point._replace, x=2)
report()
