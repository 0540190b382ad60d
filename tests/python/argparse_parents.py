# Parsers made of parsers, arguments from files, options between arguments, names of one's own; what is refused.
import argparse
import sys

parent = argparse.ArgumentParser(add_help=False)
one = parent.add_mutually_exclusive_group()
one.add_argument('--fast', action='store_true')
one.add_argument('--slow', action='store_true')
files = parent.add_argument_group('files', 'Where it reads from.')
files.add_argument('--input', default='in.txt')


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise SystemExit(message)

    def convert_arg_line_to_args(self, arg_line):
        return arg_line.split()


parser = Parser(prog='run', parents=[parent], fromfile_prefix_chars='@',
                formatter_class=argparse.RawDescriptionHelpFormatter, description='Runs.\n  As it is written.')
parser.add_argument('names', nargs='*')
parser.add_argument_group('more', 'Two\n  lines').add_argument('-n', type=int)
parser.print_help()
with open('options', 'w') as file:
    file.write('--input data.txt -n 5\na b\n')


def shown(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except SystemExit as e:
        print('ends', e)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


shown(parser.parse_args, ['x', '@options', '--fast'])
shown(parser.parse_args, ['--fast', '--slow'])
shown(parser.parse_args, ['@nothing'])
mixed = Parser(prog='mixed')
mixed.add_argument('--foo')
mixed.add_argument('cmd')
mixed.add_argument('rest', nargs='*', type=int)
shown(mixed.parse_intermixed_args, 'doit 1 --foo bar 2 3'.split())
shown(mixed.parse_known_intermixed_args, 'doit 1 --foo bar 2 --bar 3'.split())
shown(mixed.parse_intermixed_args, 'doit 1 --odd'.split())
odd = Parser(prog='odd')
odd.add_argument('left', nargs='...')
shown(odd.parse_intermixed_args, [])
group = Parser(prog='group')
group.add_mutually_exclusive_group().add_argument('p', nargs='?')
shown(group.parse_intermixed_args, [])
named = Parser(prog='named', usage=argparse.SUPPRESS)
named.register('type', 'hexadecimal', lambda text: int(text, 16))
named.add_argument('-x', type='hexadecimal')
shown(named.parse_args, ['-x', 'ff'])
named.print_help()


class Space:
    pass


space = Space()
named.parse_args(['-x', '10'], namespace=space)
print(space.x)
for kwargs in ({'nargs': 'abc'}, {'nargs': 2, 'metavar': ('A',)}, {'nargs': '*', 'metavar': ('A', 'B', 'C')},
               {'type': argparse.FileType}, {'action': ('x', 'y')}, {'type': 5}):
    try:
        named.add_argument('--wrong', **kwargs)
    except ValueError as e:
        print(e)
for kind in (argparse.FileType('r', 1, errors='replace'), argparse.FileType('wb', 0), argparse.FileType('r')):
    print(kind)
print(argparse.FileType('r')('-') is sys.stdin, argparse.FileType('w')('-') is sys.stdout)
shown(argparse.FileType('q'), '-')
try:
    argparse.ArgumentParser(parents=[argparse.ArgumentParser()])
except argparse.ArgumentError as e:
    print(e)
