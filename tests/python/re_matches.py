# re: what a match says of its groups; patterns that are used again and again; the greatest common divisors of long numbers.
import copy
import math
import re
from fractions import Fraction

pattern = re.compile(r"(?P<key>\w+)=(?P<value>\d+)?(;)?")
for text in ("ab=12;", "größe=7", "x="):
    found = pattern.search(text)
    print(found, found.regs, found.groups("-"), found.groupdict(), found.lastindex, found.lastgroup, found["key"], found[2])
    print(found.start("value"), found.end(2), found.span(), found.group(1, "value"), found.expand(r"\2:\g<key>"), found.pos, found.endpos)
print(copy.copy(found) is found, copy.deepcopy(found) is found, found.re is pattern, found.string, type(found).__name__)
for wrong in (4, -1, "none", 1.5, None):
    for how in (found.group, found.start, found.span, found.__getitem__):
        try:
            print(how(wrong))
        except IndexError as error:
            print(type(error).__name__, error)
many = " ".join(f"k{i}={i * i};" for i in range(300))
print(sum(int(m["value"]) for m in pattern.finditer(many)), pattern.sub(lambda m: m["key"][::-1], many)[-12:], len(pattern.split(many)))
print(sum(pattern.match(f"n{i}={i}").span(2)[1] for i in range(100)), pattern.match(many, 3, 9), pattern.search(many, 9, 3), pattern.fullmatch("a=1;", -5, 50).endpos)
print([m.span() for m in re.finditer("x*", "axxb")], next(re.finditer("é", "caféé")).span(), re.search(b"(b)+", b"abb").groups())
print(re.sub(r"(a)|b", lambda m: str(m.groups()), "ab"), bool(re.match("", "")), re.compile("(a|ab)(c|bcd)(d*)").fullmatch("abcd").groups())
print(re.match("(a*)*b" if False else "(a+)+b", "a" * 18 + "b").end(), re.search(r"(?:.|\n)*z", "y\n" * 20000 + "z").end())
print(math.gcd(3**200 * 7, 3**150 * 14), math.gcd(-2**63, -2**63), math.gcd(2**100 - 1, 2**75 - 1), math.gcd(0, -5), math.gcd(10**40 + 3, 10**39 + 9))
print(sum(Fraction(1, n) for n in range(1, 60)), math.lcm(2**70, 6**30) % 10**9)
