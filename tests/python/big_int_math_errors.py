import math
def attempt(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, '|', type(error).__name__, error)


for text in (
    'math.factorial(2**70)',
    'math.factorial(-1)',
    'math.factorial(2.5)',
    'math.comb(2**70, 2**69)',
    'math.comb(-1, 2)',
    'math.perm(3, -1)',
    'math.sqrt(10**400)',
    'math.isqrt(-1)',
    'math.log(-10**400)',
    'math.log(0)',
    'math.log2(-1)',
    'math.gcd(2**70, 1.5)',
    "math.floor('a')",
    'math.isqrt(1.5)',
    'math.exp(10**400)',
    "math.log('a')",
):
    attempt(text)
