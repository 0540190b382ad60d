name = input("name? ")
n = int(input())
print("hello", name)
print(n + 1)
try:
    input()
except EOFError as e:
    print("EOF:", e)
