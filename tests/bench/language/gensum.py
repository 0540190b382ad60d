"""Generators and sum."""
def squares(n):
    for i in range(n):
        yield i * i
print(sum(i * i for i in range(1000000)))
print(sum(squares(1000000)))
