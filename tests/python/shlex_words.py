# shlex: words of a text, as the shell parts them.
import shlex
for t in ('a b c', 'a "b c" d', "a 'b c'", r'a\ b', '"a\\"b"', "a'b'c", 'a # c', '""', "a '' b", 'x="1 2"', ' ', 'a\tb\nc', "it\\'s", 'a;b', '"\\n"', "'\\n'", 'foo#bar'):
    print(shlex.split(t), shlex.split(t, comments=True), end=' ')
    try: print(shlex.split(t, posix=False))
    except ValueError as e: print(e)
for t in ('"abc', "a 'b", 'a\\'):
    try: print(shlex.split(t))
    except ValueError as e: print(e)
print(shlex.quote('a b'), shlex.quote("it's"), shlex.quote(''), shlex.quote('safe-1.2/x'), shlex.join(['a', 'b c', "d'e"]))
print(list(shlex.shlex('a = "b" + c_d; (e)')), list(shlex.shlex("a && b || c; d >'e'", punctuation_chars=True)))
l = shlex.shlex('x y', posix=True); print(l.get_token(), l.get_token(), l.get_token()); l.push_token('q'); print(l.get_token(), l.lineno)
