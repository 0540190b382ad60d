import types


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


n = types.SimpleNamespace(a=1, b='x')
n.c = [n.a]
print(n, n == types.SimpleNamespace(a=1, b='x', c=[1]), vars(n))
m = types.MappingProxyType({'a': 1})
print(m, repr(m), m['a'], len(m), list(m), m.get('q'), dict(m.items()))


def generator():
    yield


class K:
    def method(self):
        pass


print(isinstance(generator, types.FunctionType), isinstance(generator(), types.GeneratorType), isinstance(K().method, types.MethodType))
print(isinstance(types, types.ModuleType), isinstance(len, types.BuiltinFunctionType), isinstance(lambda: 0, types.LambdaType), types.NoneType)


def change():
    m['b'] = 2


attempt(change)
attempt(lambda: n.missing)
