text = '12' * 3000
print(len(text))
print(int(text[:20]))
print(int(text[:4000]) % 1000, int('f' * 5000, 16) % 255)
print(text[:4], max(text))
int(text)
