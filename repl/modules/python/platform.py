"""platform: what the program runs on."""
import os as _os
import sys as _sys
from collections import namedtuple as _namedtuple


class uname_result(_namedtuple('uname_result', 'system node release version machine')):
    """The names of the system."""

    __module__ = 'platform'
    __slots__ = ()

    @property
    def processor(self):
        return processor()

    def __iter__(self):
        yield from super().__iter__()
        yield self.processor

    def __len__(self):
        return 6

    def __repr__(self):
        names = [*self._fields, 'processor']
        return 'uname_result(%s)' % ', '.join('%s=%r' % pair for pair in zip(names, self))


def system():
    return _os.uname().sysname


def machine():
    return _os.uname().machine


def node():
    return _os.uname().nodename


def release():
    return _os.uname().release


def version():
    return _os.uname().version


def processor():
    return ''


def architecture(executable='', bits='', linkage=''):
    return ('64bit', 'ELF')


def python_version():
    """The version of Python that nnsh speaks."""
    return '%d.%d.%d' % tuple(_sys.version_info[:3])


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_implementation():
    return 'nnsh'


def python_compiler():
    return ''


def python_build():
    return ('', '')


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return ('glibc', '')


def platform(aliased=False, terse=False):
    """System, release and machine in one line."""
    names = _os.uname()
    return '%s-%s-%s' % (names.sysname, names.release, names.machine)


def uname():
    """The names of the system."""
    names = _os.uname()
    return uname_result(names.sysname, names.nodename, names.release, names.version, names.machine)
