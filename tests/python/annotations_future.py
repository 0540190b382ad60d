from __future__ import annotations
def f(a: int, b: list[int] | None = None, *c: 'text', d: dict[str, Unknown] = {}) -> tuple[int, ...]:
    return a
class A:
    x: int
    y: Other.thing = 3
    z: call(1, k=2)
v: Missing = 5
print(f.__annotations__)
print(A.__annotations__)
print(__annotations__)
print(f(3), A.y, v)
