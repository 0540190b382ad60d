# Columns of texts: the str accessor.
import pandas as pd

s = pd.Series(['Ann Lee', ' bob ray', 'Cy Fox ', None], name='who')
print(s.str.lower(), s.str.strip().tolist()[:3], s.str.len().tolist(), s.str.upper().iloc[0], sep='\n')
print(s.str.contains('o'), s.str.split(), s.str.strip().str.split(' ', expand=True), sep='\n')
print(s.str.replace('o', '0').tolist()[:3], s.str.startswith('Ann').tolist(), s.str[0].tolist()[:3], s.dtype, s.str.title().iloc[1])
t = pd.Series(['a1', 'b22', 'c'])
print(t.str.isalpha().tolist(), t.str.cat(sep='-'))
print(t.unique(), t.values, t + '!', t == 'c', t.isin(['c']).tolist(), t.sort_values(ascending=False).tolist(), sep='\n')
print(t.str.zfill(4).tolist(), t.str.find('2').tolist(), (t + t).tolist(), t.max(), t.str.slice(0, 1).tolist())
df = pd.DataFrame({'t': t, 'n': [1, 2, 3]})
print(df[df['t'].str.contains('b')], df['t'].str.upper() + df['n'].astype(str), sep='\n')
try:
    pd.Series([1, 2]).str.lower()
except AttributeError as error:
    print(error)
