# Warnings about text that compiles and yet cannot be meant.
import warnings

for text in ['x is 1', 'x is not "a"', 'x is ()', 'x is (1, None)', 'x is None', 'x is True', 'x == 1',
             'assert (1, "text")', 'assert (1,)', 'assert ()', '"a"()', '[1](2)', '(1)(2)', '[(1, 2) (3, 4)]', 'f"a"()',
             '{1: 2}()', '[1, 2][3, 4]', '"abc"["a"]', '(1, 2)[1.5]', '[1][None]', '[1][True]', '"a"[1]', '{1: 2}["a"]',
             '1[0]', 'None[0]', '{1}[0]', '(x for x in y)[0]', '(lambda: 0)[1]', 'None()', '...()', '1.5()', '2j()',
             'b"a"["b"]', '[x for x in y]["a"]', '(lambda: 0)()', '{x: 1 for x in y}["a"]', 'True()']:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        compile(text, 'text', 'exec')
    print(text, [(each.category.__name__, str(each.message), each.lineno) for each in caught])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for text in ['x\nx is 1', 'assert (1, 2)', '[1](2)']:
        try:
            compile(text, 'text', 'exec')
        except SyntaxError as error:
            print(error)
