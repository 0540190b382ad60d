from operator import attrgetter, itemgetter, methodcaller


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(itemgetter(1)([4, 5]), itemgetter(0, 2)('abc'), itemgetter('a')({'a': 1}), itemgetter(slice(1, 3))('abcd'))
print(attrgetter('real')(3), attrgetter('__class__.__name__')(3), attrgetter('real', 'imag')(2))
print(methodcaller('split', ',')('a,b'), methodcaller('encode', encoding='ascii')('x'))
print(itemgetter(1, 'x'), attrgetter('a.b'), methodcaller('f', 1, k=2))
people = [('bo', 31), ('al', 25), ('cy', 31)]
print(sorted(people, key=itemgetter(1, 0)), max(people, key=itemgetter(1)))
attempt(lambda: itemgetter())
attempt(lambda: itemgetter(5)([1]))
attempt(lambda: attrgetter('zz')(1))
attempt(lambda: attrgetter(1))
attempt(lambda: methodcaller())
attempt(lambda: itemgetter(1)())
