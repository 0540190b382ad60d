import operator as o


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(o.add(1, 2), o.sub(1, 2), o.mul(2, 3), o.truediv(7, 2), o.floordiv(7, 2), o.mod(7, 3), o.pow(2, 5), o.matmul.__name__)
print(o.and_(6, 3), o.or_(6, 3), o.xor(5, 1), o.lshift(1, 3), o.rshift(8, 1), o.neg(3), o.pos(-3), o.inv(5), o.invert(5), o.abs(-2))
print(o.lt(1, 2), o.le(2, 2), o.eq(1, 1), o.ne(1, 1), o.gt(1, 2), o.ge(1, 2), o.not_(0), o.truth([]), o.is_(None, None), o.is_not(1, None))
print(o.contains([1], 1), o.getitem([1, 2], 0), o.indexOf([5, 6], 6), o.countOf([1, 1], 1), o.concat([1], [2]), o.index(True), o.length_hint([1, 2]), o.call(max, 1, 2))
x = [1]
o.setitem(x, 0, 5)
print(o.iadd(x, [2]), x, o.imul(x, 2), o.iconcat(x, [7]), o.isub(5, 3), o.itruediv(1, 2), o.ifloordiv(7, 2), o.imod(7, 4), o.ipow(2, 3))
o.delitem(x, 0)
print(x, o.iand(6, 3), o.ior(6, 3), o.ixor(6, 3), o.ilshift(1, 2), o.irshift(4, 1), o.__add__(1, 2))
attempt(lambda: o.add(1, 'a'))
attempt(lambda: o.indexOf([1], 3))
attempt(lambda: o.concat(1, 2))
