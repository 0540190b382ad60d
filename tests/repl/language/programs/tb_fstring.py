a = 1
print(f'value {a} and {a + "b"}')
