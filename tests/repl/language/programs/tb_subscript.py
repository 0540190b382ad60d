def f(m):
    return m['k']['missing'][0] + 1
f({'k': {}})
