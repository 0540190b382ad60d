# Texts of a class that are assigned; checks that objects answer; __missing__ beside __getattr__.
class A:
    "doc"

A.__doc__ = 'another'
A.__module__ = 'elsewhere'
print(A.__doc__, A.__module__, A)
try:
    int.__doc__ = 'x'
except TypeError as e:
    print(e)

class Even:
    def __instancecheck__(self, value):
        return value % 2 == 0

    def __subclasscheck__(self, cls):
        return cls is int

print(isinstance(4, Even()), isinstance(3, Even()), isinstance(3, (str, Even())), issubclass(int, Even()))
try:
    isinstance(3, 'a')
except TypeError as e:
    print(e)

class Attributes(dict):
    def __getattr__(self, name):
        return self[name]

print(Attributes(a=1).a)
try:
    Attributes().b
except KeyError as e:
    print(repr(e))

class Doubling(dict):
    def __missing__(self, key):
        return key * 2

print(Doubling()[4], Doubling().get(4))
