# Errors of the grammar and limits of it: what stands for each text is its class and message, or what it leaves in r.
def attempt(source):
    label = source.replace("\n", "; ")
    label = label if len(label) < 64 else label[:60] + "..."
    names = {"__name__": "m"}
    try:
        exec(source, names)
        print(label, "passes", names.get("r"))
    except Exception as error:
        print(label, type(error).__name__, error)


def names(count, text="v%d"):
    return ", ".join(text % i if "%" in text else text for i in range(count))


for source in ("lambda /: 1", "lambda x x: 1", "lambda x y", "lambda x", "lambda", "lambda (x): 1", 'f"{lambda x}"', "f(lambda x)",
               "match 1:\n  case 1 as 2: pass", "match 1:\n  case 1 as x.y: pass", "match 1:\n  case 1 as (x): pass",
               "match 1:\n  case 1 as _: pass", "match 1:\n  case 1 as : pass", "match 1:\n  case (1 as 's'): pass",
               "match list(range(300)):\n  case [" + names(300) + "]: r = v299 + v0",
               "match {'a': 1}:\n  case {'a': 2, **x} | {'a': 1, **x}: r = x", "match 1:\n  case [a, b] | [a]: pass",
               "r = " + "9" * 5000, "f(a=b for b in c)", "f(a=b for b in c, 1)", "f(1, a=b for b in c)",
               "f'{" + "(" * 300 + "}'", "f'{" + "(" * 150 + "1" + ")" * 150 + "}'",
               "if 1:\n  x = 1\n y = 2", "x = 1\n  \n y = 2\nz", "if 1:\n    @x\nz = 2", "class A:\n    @x\nz = 2",
               "def f(**k): return len(k)\nr = f(**{'a%d' % i: i for i in range(10001)})",
               "r = dict(**{'a%d' % i: i for i in range(20000)})['a19999']", "r = len(dict(" + names(12000, "a%d=1") + "))",
               "def f(**k): return len(k)\nr = f(" + names(40, "a%d=1") + ")", "def f(**k): return len(k)\nr = f(" + names(5000, "a%d=1") + ")",
               "def f(*, a, **k): return len(k)\nr = f(" + names(50, "b%d=1") + ")", "r = dict(" + names(50, "a%d=1") + ", **{'a3': 2})",
               names(300) + ", *w = range(301)\nr = v299, w", names(255) + ", *w = range(300)\nr = v254, w[0]",
               "*w, " + names(300) + " = range(301)\nr = v299, w", names(70000, "v") + " = range(70000)\nr = v",
               "for f(x) in y: pass", "with a as f(): pass", "with a as 1: pass", "with a as (b, 1): pass", "with a as *b: pass",
               "with a as (*b): pass", "del f()", "(a, 1) = 2", "[a, f()] = 2", "for *a in b: pass", "*a = b", "[*a()] = 1",
               "with (a as b, c as 1): pass", "async def f():\n  async for x() in y: pass", "[1 for x+1 in y]"):
    attempt(source)
