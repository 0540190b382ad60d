for code in ('match 1:\n case x: pass\n case y: pass', 'match 1:\n case _: pass\n case 1: pass', 'match 1:\n case x | 1: pass',
             'match 1:\n case [x, x]: pass', 'match 1:\n case [x, 1] | [1, y]: pass', 'match 1:\n case 1 as _: pass',
             'match 1:\n case [*a, *b]: pass', 'match x:\n  pass', 'match 1:\ncase 1: pass', 'match x',
             "match 1:\n case {'a': 1, 'a': 2}: pass", 'match 1:\n case {x: 1}: pass', "match 1:\n case f'{x}': pass"):
    try:
        exec(code)
    except SyntaxError as error:
        print(type(error).__name__, error)
