# What a generator's end says, and what is thrown into one that has not begun.
def steps():
    try:
        got = yield 1
        print('got', got)
    except ValueError as e:
        print('caught', e)
        yield 'handled'
    finally:
        print('finally')
    return 'result'

g = steps()
try:
    g.throw(ValueError('early'))
except ValueError as e:
    print('went through', e)
print(list(g))
g = steps()
print(next(g), g.throw(ValueError('late')))
try:
    next(g)
except StopIteration as e:
    print('value', e.value, e.args)
g = steps()
next(g)
try:
    g.__next__()
except StopIteration as e:
    print('value', e.value)
print(next(g, 'default'))

class Counted:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration('mine')

try:
    next(Counted())
except StopIteration as e:
    print(e.value)
print(next(Counted(), 'none'), list(Counted()))
