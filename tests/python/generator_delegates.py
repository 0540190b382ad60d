# What a generator hands on to the iterator behind `yield from`: send, throw and close.
class Steps:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration('end')
        return self.n

    def throw(self, *error):
        print('thrown', repr(error[0]))
        if self.n > 1:
            raise StopIteration('by throw')
        return 99

    def close(self):
        print('closed')

    def send(self, value):
        print('sent', value)
        return 77

def outer():
    result = yield from Steps()
    print('result', result)
    yield 'after'

g = outer()
print(next(g), g.send(5), g.throw(KeyError('k')))
g.close()
print(list(outer()))
g = outer()
print(next(g), next(g), g.throw(ValueError('v')))
g = outer()
next(g)
try:
    g.throw(GeneratorExit)
except GeneratorExit:
    print('left')

def plain():
    try:
        yield from [1, 2]
    except ValueError as e:
        print('here', e)
        yield 'caught'

g = plain()
print(next(g), g.throw(ValueError('no throw in a list')))
