def attempt(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, '|', type(error).__name__, error)


for text in (
    '1j < 2',
    '1j // 2',
    '1j % 2',
    'float(1j)',
    'int(1j)',
    "complex('x')",
    "complex('1', 2)",
    "complex(1, '2')",
    'complex([])',
    '1j / 0',
    '0j ** -1',
    '0j ** 1j',
    'abs(complex(1e308, 1e308))',
    'round(1j)',
    "f'{1j:d}'",
    "f'{1j:05}'",
    "f'{1j:=5}'",
    '1j.foo',
    '1j & 1',
    '~1j',
    "1j + 'a'",
    'range(1j)',
    'min(1j, 2j)',
    "complex('1+2')",
    "complex('1 + 2j')",
    'complex(1, [])',
    'complex(10**400)',
):
    attempt(text)
