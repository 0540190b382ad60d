"""platform: what the program runs on."""
import os as _os
import sys as _sys


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
    return _os.uname()
