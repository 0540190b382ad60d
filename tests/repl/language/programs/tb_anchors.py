data = {'a': [1, 2, 3]}
def pick(d, k):
    return (d['a'][k] +
            1)
try: pick(data, 7)
except IndexError: pass
value = data['a'][0] * 2 + data['b'][0]
