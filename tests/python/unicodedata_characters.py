# unicodedata: categories, decompositions, normal forms, names, numbers.
import unicodedata as u
chars = 'aÀé9٣²½Ⅷ一あ가 \u0301€→☃😀ｱＡ(ﬁΩ\u200d\u00a0İẞ〇①𝐀'
for c in chars:
    print(ascii(c), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.decomposition(c), u.east_asian_width(c), u.name(c, None), u.decimal(c, None), u.digit(c, None), u.numeric(c, None))
print([ascii(u.normalize(f, 'é ﬁ Å ½ 가 e\u0301ǖ')) for f in ('NFC','NFD','NFKC','NFKD')], u.is_normalized('NFC', 'e\u0301'))
print(u.lookup('SNOWMAN'), u.lookup('greek small letter alpha'), u.lookup('CJK UNIFIED IDEOGRAPH-4E00'), u.lookup('HANGUL SYLLABLE GA'), u.lookup('HANGUL SYLLABLE HIH'), u.decomposition('ǖ'), u.decomposition('Ệ'))
for f in (lambda: u.name('\x00'), lambda: u.lookup('NOPE X'), lambda: u.digit('a'), lambda: u.decimal('½'), lambda: u.numeric('a'), lambda: u.normalize('X','a')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(''.join(c for c in u.normalize('NFD', 'café naïve') if not u.combining(c)))
