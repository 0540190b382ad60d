# Tables from text and back.
import pandas as pd

with open('t.csv', 'w') as f:
    f.write('id,name,score,ok\n1,Ann,1.5,True\n2,"Lee, Bob",,False\n3,"say ""hi""",-2e3,True\n')
df = pd.read_csv('t.csv')
print(df, df.dtypes, df['name'].tolist(), sep='\n')
print(pd.read_csv('t.csv', index_col='id'), pd.read_csv('t.csv', usecols=['id', 'score']), pd.read_csv('t.csv', nrows=1), sep='\n')
print(pd.read_csv('t.csv', header=None, skiprows=1), pd.read_csv('t.csv', dtype={'id': str})['id'].tolist(), pd.read_csv('t.csv', dtype={'id': float}).dtypes['id'], sep='\n')
print(df.to_csv(index=False), df.head(1).to_csv(sep=';'), df['score'].to_csv(), sep='\n')
df.to_csv('u.csv', index=False, float_format='%.2f', na_rep='NA')
print(open('u.csv').read(), pd.read_csv('u.csv').isna().sum().sum(), pd.read_csv('u.csv').equals(df))
with open('v.txt', 'w') as f:
    f.write('# sizes\n5.1 3.5 setosa\n4.9   3.0 virginica\n\n? 2.0 setosa\n')
print(pd.read_csv('v.txt', sep=r'\s+', header=None, comment='#', names=['w', 'h', 'kind'], na_values='?'))
with open('w.csv', 'w') as f:
    f.write('a;b;a\n1;;3\n4;x;NaN\n')
w = pd.read_csv('w.csv', sep=';')
print(w, w.columns.tolist(), pd.read_csv('w.csv', sep=';', keep_default_na=False)['b'].tolist(), pd.read_csv('w.csv', delimiter=';', names=['p', 'q', 'r'], header=0).columns.tolist(), sep='\n')
for wrong in ('nothing.csv', 'bad.csv', 'empty.csv'):
    if wrong == 'bad.csv':
        open(wrong, 'w').write('a,b\n1,2\n1,2,3\n')
    if wrong == 'empty.csv':
        open(wrong, 'w').close()
    try:
        print(pd.read_csv(wrong))
    except Exception as error:
        print(type(error).__name__, error)
