x = 5
y = 'text'
z = 1 + (x  +  y) * 2
