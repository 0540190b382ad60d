print('one', 'two')
print('three', 'four \ud800', 'five')
