# Regular expressions and conditions as texts.
import pandas as pd

t = pd.Series(['a1', 'b22', 'c', None])
print(t.str.extract(r'(\d+)'), t.str.extract(r'(?P<letter>[a-z])(?P<digit>\d)'), sep='\n')
print(t.str.replace(r'\d', '#', regex=True).tolist()[:3], t.str.count('2').tolist(), t.str.contains(r'^[ab]').tolist(), t.str.match('b').tolist())
df = pd.DataFrame({'a': [1, 5, 9], 'b': ['x', 'y', 'x']})
print(df.query('a > 3'), df.query("a > 3 and b == 'x'"), df.replace('[xy]', 'z', regex=True), sep='\n')
print(df.values, df.to_numpy().shape, df['b'].to_numpy(), df.to_json(), sep='\n')
