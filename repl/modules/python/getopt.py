"""getopt: options of the command line, as C reads them."""
import os as _os


class GetoptError(Exception):
    def __init__(self, msg, opt=''):
        Exception.__init__(self, msg, opt)
        self.msg = msg
        self.opt = opt

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """(options with their values, what follows them)"""
    options = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            args = args[1:]
            break
        read = _long if args[0].startswith('--') else _short
        args = read(options, args[0], longopts if read is _long else shortopts, args[1:])
    return options, args


def gnu_getopt(args, shortopts, longopts=[]):
    """As getopt; options and others may be mixed."""
    options, others = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    first_ends = shortopts.startswith('+') or bool(_os.environ.get('POSIXLY_CORRECT'))
    shortopts = shortopts.removeprefix('+')
    while args:
        if args[0] == '--':
            others += args[1:]
            break
        if args[0].startswith('--'):
            args = _long(options, args[0], longopts, args[1:])
        elif args[0].startswith('-') and args[0] != '-':
            args = _short(options, args[0], shortopts, args[1:])
        elif first_ends:
            others += args
            break
        else:
            others.append(args[0])
            args = args[1:]
    return options, others


def _long(options, word, known, args):
    name, equals, value = word[2:].partition('=')
    matches = [each for each in known if each.startswith(name)]
    if not matches:
        raise GetoptError('option --%s not recognized' % name, name)
    if name in matches:
        wants, found = False, name
    elif name + '=' in matches:
        wants, found = True, name
    elif len(matches) > 1:
        raise GetoptError('option --%s not a unique prefix' % name, name)
    else:
        wants, found = matches[0].endswith('='), matches[0].removesuffix('=')
    if wants and not equals:
        if not args:
            raise GetoptError('option --%s requires argument' % found, found)
        value, args = args[0], args[1:]
    elif equals and not wants:
        raise GetoptError('option --%s must not have an argument' % found, found)
    options.append(('--' + found, value))
    return args


def _short(options, word, known, args):
    letters = word[1:]
    while letters:
        letter, letters = letters[0], letters[1:]
        at = known.find(letter)
        if at < 0 or letter == ':':
            raise GetoptError('option -%s not recognized' % letter, letter)
        value = ''
        if known[at + 1:at + 2] == ':':
            if not letters:
                if not args:
                    raise GetoptError('option -%s requires argument' % letter, letter)
                letters, args = args[0], args[1:]
            value, letters = letters, ''
        options.append(('-' + letter, value))
    return args
