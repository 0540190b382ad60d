def kind(n):
    if n < 0:
        return 'negative'
    elif n == 0:
        return 'zero'
    elif n < 10: return 'small'
    else:
        if n % 2: return 'odd'
        else: return 'even'
for n in (-1, 0, 5, 11, 12): print(kind(n))
if 1: print('one'); print('line')
if 0: pass
elif '': pass
else: print('else')
if []:
    print('never')
if (n := 10) > 5: print(n)
print('a' if 1 > 2 else 'b' if 2 > 3 else 'c')
if True:
    # a comment
    pass

    # another

print('done')
