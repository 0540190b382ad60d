x = 1
def read(): return x
def write():
    global x, y
    x = 2
    y = 'new'
write()
print(x, y, read())
def shadow():
    x = 'local'
    return x
print(shadow(), x)
def delete():
    global y
    del y
delete()
try: y
except NameError as e: print(e)
print(__name__)
def loop():
    global i
    for i in range(3): pass
loop()
print(i)
len = lambda v: 'mine'
print(len([]))
del len
print(len([]))
def local_names(a, b=2):
    c = 3
    return locals()
print(local_names(1))
for j in range(3):
    k = j * 2
print(j, k)
