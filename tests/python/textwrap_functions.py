import textwrap


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


s = ('The quick brown fox jumped over the lazy dog, and-then well-known state-of-the-art hyphen--dash words; '
     'supercalifragilisticexpialidocious! e.g. 3-4 x-1 -foo --bar a-b ab-c ab-cd.')
for width in (10, 20, 33):
    print(textwrap.wrap(s, width))
print(textwrap.fill(s, 30, initial_indent='* ', subsequent_indent='  '))
print(textwrap.wrap(s, 12, break_long_words=False), textwrap.wrap(s, 15, break_on_hyphens=False)[:4])
print(textwrap.shorten(s, 40), '|', textwrap.shorten(s, 40, placeholder='...'), textwrap.wrap(s, 20, max_lines=3))
print(textwrap.wrap('', 10), textwrap.wrap('   a  b   ', 4), textwrap.wrap('a\tb\nc', 80))
print(repr(textwrap.dedent('\n    hello\n      world\n\n    x\n    ')), repr(textwrap.indent('a\n\nb\n', '> ')))
print(textwrap.TextWrapper(width=20, fix_sentence_endings=True).fill('Hello there. How are you? I am fine.'))
attempt(lambda: textwrap.wrap('abc', 0))
