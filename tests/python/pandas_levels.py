# Labels of several levels: stack, unstack, xs, swaplevel, loc by levels, counts of several keys.
import numpy as np
import pandas as pd

idx = pd.MultiIndex.from_product([['A', 'B'], [2021, 2022], ['q1', 'q2']], names=['firm', 'year', 'q'])
df = pd.DataFrame({'sales': np.arange(8) * 10, 'cost': np.arange(8) * 4}, index=idx)
print(df.loc['A'], df.loc[('A', 2022)], df.loc[('B', 2021, 'q2'), 'sales'], sep='\n')
print(df.xs('q1', level='q'), df.xs(('A', 'q2'), level=['firm', 'q']), df.xs('B').shape, df['sales'].xs(2022, level='year'), sep='\n')
print(df.xs('sales', axis=1).head(2), df.loc[(slice(None), 2021), :], df.loc[pd.IndexSlice[:, :, 'q2'], 'cost'], sep='\n')
print(df.groupby(level=0).sum(), df.groupby(level=['firm', 'year']).mean(), df.groupby('firm')['sales'].cumsum().tolist(), sep='\n')
print(df.unstack(), df['sales'].unstack('firm'), df['sales'].unstack(level=1), df.unstack([1, 2]).shape, sep='\n')
print(df.reset_index(level='q').head(2), df.reset_index(level=[0, 1], drop=True).head(2), df['sales'].reset_index(level=0).head(2), sep='\n')
print(df.swaplevel('firm', 'q').sort_index().head(3), df.reorder_levels(['q', 'firm', 'year']).head(2), df.sort_index(level='year', ascending=False).head(3), sep='\n')
print(df.index.nlevels, df.index.get_level_values('year').unique(), df.index.levels[0], df.index.to_frame(index=False).head(2), sep='\n')
wide = df.unstack('q')
print(wide.columns, wide.stack().head(3), df.stack().head(4), wide['sales'], wide.swaplevel(axis=1).columns.tolist(), sep='\n')
wide.columns = wide.columns.map(lambda c: '_'.join(c))
print(wide, df.droplevel('q').head(2), df.rename(index={'A': 'Alpha'}).head(1), df.set_index(df.index.set_names(['f', 'y', 'q'])).head(1), sep='\n')
print(df.index.set_names('year2', level=1).names, df['sales'].loc[:, 2022], df['sales'].sort_index(level=2).head(2), sep='\n')
print(pd.concat({'x': df.head(1), 'y': df.tail(1)}, names=['src']), pd.MultiIndex.from_arrays([[1, 2], ['a', 'b']], names=['n', 's']), sep='\n')
print(pd.MultiIndex.from_frame(pd.DataFrame({'a': [1, 2], 'b': ['x', 'y']})), pd.DataFrame({'a': [1, 2]}, index=['x', 'y']).unstack(), sep='\n')
t = pd.DataFrame({'sex': ['m', 'f', 'm', 'f', 'm'], 'cls': [1, 2, 2, 1, 1], 'y': [0, 1, 1, 0, 1]})
print(pd.crosstab([t.sex, t.cls], t.y, margins=True), pd.crosstab(t.sex, [t.cls, t.y]), sep='\n')
print(pd.crosstab([t.sex, t.cls], t.y, normalize='index'), pd.crosstab([t.sex, t.cls], t.y, normalize=True), pd.crosstab([t.sex, t.cls], t.y, normalize='columns'), sep='\n')
for call in (lambda: df.xs('Z', level='firm'), lambda: df.droplevel(['firm', 'year', 'q']), lambda: df.unstack('none'), lambda: df.unstack(7), lambda: df.loc['Z'],
             lambda: df.reset_index(level='q').reset_index(level='firm', names='q'), lambda: t['y'].unstack()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
