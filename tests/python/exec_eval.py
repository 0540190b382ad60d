ns = {}
exec("x = 3\ndef g(): return x + 1\ny = g()", ns)
print(ns['y'], sorted(k for k in ns if k != '__builtins__'), '__builtins__' in ns)
local = {}
exec("z = 5\nw = z * 2", {}, local)
print(local, eval("a + b", {'a': 1}, {'b': 2}), eval("[i * k for i in range(3)]", {'k': 3}), eval("  3 + 4"), eval(b'1 + 1'))
code = compile("q = 1 + 1\nprint(q)", "name", "exec")
exec(code)
print(q, eval(compile("q * 5", "<e>", "eval")), code.co_name, code.co_filename, type(code).__name__)
exec(compile("1 + 2; 'abc'", "<s>", "single"))
def h():
    v = 10
    return eval("v + 1"), locals(), sorted(vars())
print(h())
exec('class K:\n  v = 1\n  def m(self): return self.v')
print(K().m(), eval('K.v + q'))
for text in ("exec('1 +')", "eval('x = 1')", "exec(3)", "eval('1', 3)", "exec('x', 3)", "eval('nope')", "compile('1', 'f', 'bad')",
             "eval('len([1])', {'__builtins__': {}})", "exec('a\\0b')", "vars(3)"):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
