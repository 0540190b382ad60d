# Diffs of lines in all forms, ratios, close matches.
import difflib
a = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n'.splitlines(True)
b = 'one\n2\nthree\nfour\nfive\nsix\nseven\neightt\nnine\nten\neleven\n'.splitlines(True)
for f in (difflib.unified_diff, difflib.context_diff):
    print(''.join(f(a, b, 'A', 'B', 'd1', n=1)))
    print(list(f(['a'], [], lineterm='')))
print(''.join(difflib.ndiff(a, b)))
s = difflib.SequenceMatcher(None, 'abxcd', 'abcd')
print(s.ratio(), s.get_matching_blocks(), s.get_opcodes(), s.find_longest_match())
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
print(list(difflib.restore(difflib.ndiff(a, b), 2)) == b)
print(difflib.SequenceMatcher(lambda x: x == ' ', 'private Thread currentThread;', 'private volatile Thread currentThread;').ratio())
