print('a\tb\\n\'"', "it's", r'raw\n', '''triple
line''', """a "quoted" one""", 'con' 'cat' "ed")
print('\x41\u00e9\U0001F600\101\0end'.replace('\0', '0'), b'bytes\x00\xff', rb'\x', b'a' b'b')
print('back\
slash', '\q' == '\\q')
s = "héllo wörld 你好"
print(s, len(s), s[1], s[-1], s[1:4], s[::-1], s[::2])
print(repr('a\nb'), repr("it's"), repr('both \' and "'))
print("" or "empty", 'x' * 0 == '', "a" + "b" + 'c')
名前 = 'unicode names'
print(名前)
for c in "añ你":
    print(c, end=';')
print()
