# Deleting and setting items of a list some places apart.
for code in ('del l[::2]', 'del l[1::3]', 'del l[::-2]', 'del l[8:2:-2]', 'del l[5:5:2]', 'del l[::20]', 'l[::2] = "abcde"',
             'l[::-5] = [1, 2]', 'l[::2] = [1]', 'del l[-1:-4:-1]', 'l[2:5] = []', 'l[20:] = [7]', 'l[3:1] = "xy"'):
    l = list(range(10))
    try:
        exec(code)
        print(code, l)
    except ValueError as e:
        print(code, e)
