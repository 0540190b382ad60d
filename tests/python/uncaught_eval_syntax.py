print(eval('1 + 2'))
print(eval('[i for i in range(3)]'))
x = 5
print(eval('x * 2'))
print(eval('{"a": x}'))
print(eval(' 7'))
eval('1 +* 2')
