# Tables put together: concat, merge, join, melt.
import pandas as pd

a = pd.DataFrame({'key': [1, 2, 3], 'x': ['p', 'q', 'r']})
b = pd.DataFrame({'key': [2, 3, 4], 'y': [0.2, 0.3, 0.4]})
print(pd.concat([a, a]), pd.concat([a, a], ignore_index=True), pd.concat([a, b], axis=1), pd.concat([a, b]), sep='\n')
print(pd.merge(a, b, on='key'), pd.merge(a, b, how='left', on='key'), a.merge(b, how='outer'), a.merge(b, how='right', on='key'), sep='\n')
c = pd.DataFrame({'id': [3, 1], 'x': [10, 20]})
print(a.merge(c, left_on='key', right_on='id'), a.merge(c, left_on='key', right_on='id', suffixes=('_l', '_r')).columns.tolist(), sep='\n')
print(a.set_index('key').join(b.set_index('key')), pd.concat([a['x'], b['y']], axis=1).shape, sep='\n')
print(a.melt(id_vars='key'), pd.concat({'one': a['key'], 'two': b['key']}, axis=1), sep='\n')
print(a.to_dict(), a.to_dict('records'), b.to_dict('list'), b.to_dict(orient='index'), sep='\n')
for i, row in b.iterrows():
    print(i, row['key'], row['y'])
for row in a.itertuples():
    print(row, row.Index, row.x)
for name, column in b.items():
    print(name, column.tolist())
print(b.sample(n=2, random_state=0), b.sample(frac=1, random_state=3).index.tolist(), len(b.sample(5, replace=True, random_state=1)))
print(b * 2, b + b, b['y'] - b['key'], b > 2, (b == b).all().tolist(), b.sub(1).values.tolist(), sep='\n')
