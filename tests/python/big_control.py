def classify(n):
    if n < 0: return "neg"
    elif n == 0: return "zero"
    elif n % 2: return "odd"
    return "even"
print([classify(i) for i in (-1, 0, 1, 2)])
count = {"a": 0}
def visit(node, depth=0):
    count["a"] += 1
    for child in node.get("children", []): visit(child, depth + 1)
visit({"children": [{"children": [{}]}, {}]})
print(count)
for i in range(3):
    for j in range(3):
        if j == 2: break
        if i == 1: continue
        print(i, j, end=" ")
print()
match_count = 0
while match_count < 3: match_count += 1
print(match_count)
x = 5
print("big" if x > 10 else "medium" if x > 3 else "small")
data = [3, None, 5]
print([v for v in data if v is not None], [v or 0 for v in data])
lst = [1, 2, 3]
for v in lst[:]:
    if v == 2: lst.remove(v)
print(lst)
i = 10
for i in range(2): pass
print(i)
del i
try:
    print(i)
except NameError as e:
    print(e)
pass
...
