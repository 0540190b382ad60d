# Capitals and small letters by Unicode's full rules: letters that become several, sigmas, letters that are two.
for text in ['ΑΣ', 'ΣΑ', 'ΑΣ ΒΣ.', 'Σ', "O'NEIL ΑΣ'Α", 'finnish ﬁne', 'ǆabc', 'straße', 'İI', 'ŉ ǰ ΐ', 'ﬃ ﬄ', 'ᾳ ᾼ']:
    print(ascii([text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold()]))
for c in 'ªⁱⅷⓐǅᾼⅧⒶßaA1':
    print(ascii(c), c.isupper(), c.islower(), c.istitle(), c.isalpha(), c.upper() == c, c.lower() == c)
print('ǅabc ᾼ'.istitle(), 'Ǆabc'.istitle(), 'aª'.islower(), 'AⒶ'.isupper())


class Text(str):
    pass


t = Text('abc')
for made in (t.strip(), t.center(2), t.ljust(1), t.rjust(0), t.zfill(3), t.replace('x', 'y'), t.removeprefix('z'),
             t.removesuffix('z'), t.expandtabs(), t.lower(), t.translate({}), t[:], t * 1, t + ""):
    print(type(made).__name__, made, end=' ')
print()
