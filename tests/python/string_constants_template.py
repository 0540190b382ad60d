import string


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, string.octdigits)
print(string.ascii_lowercase, string.ascii_uppercase, len(string.printable))
print(string.capwords('hello  wORLD foo'), string.capwords('a-b', '-'))
t = string.Template('$who likes ${what} $$5')
print(t.substitute(who='tim', what='kung'), t.safe_substitute(who='x'), t.substitute({'who': 1}, what=2), t.template)
print(string.Template('$ $a ${b').safe_substitute(a=1), t.is_valid(), t.get_identifiers())
f = string.Formatter()
print(f.format('{0} {a:>5} {1!r} {b[0]} {c.real}', 1, 'x', a=2, b=[9], c=3), f.vformat('{} {}', (1, 2), {}), f.format('{:{w}}|{{}}', 'a', w=4))
attempt(lambda: t.substitute(who='x'))
attempt(lambda: string.Template('a $ b').substitute())
attempt(lambda: string.Template('x\n$1').substitute())
attempt(lambda: f.format('{x}'))
