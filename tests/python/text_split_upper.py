# White space of all kinds, and letters of both cases in ASCII and beyond it.
print(' a\u2003b\u00a0c\x1cd\x85e \t'.split(), '\u2003'.split(), 'a b  c d'.split(None, 2), ''.split())
print('a,b,,c'.split(','), 'a--b--'.split('--'), ',,'.split(','), 'abc'.split('x'), 'é,ü'.split(','))
print('Straße ÀB'.upper(), 'ABC É'.lower(), 'abC1z{`@['.upper(), 'xYZ[@`{'.lower(), repr(''.upper()))
words = ('x ' * 40).split()
print(len(words), words[-1], '|'.join('one two three'.split()))
print('aXbXc'.find('X'), 'aXbXc'.find('X', 2), 'aXbXc'.count('X'), 'abc'.find(''), 'é€x'.find('x'))
