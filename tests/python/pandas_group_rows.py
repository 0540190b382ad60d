# Groups row by row: ranks, running values, windows inside of groups, spans of time as keys.
import numpy as np
import pandas as pd

df = pd.DataFrame({'k': ['a', 'b', 'a', 'b', 'a', 'a'], 'v': [3, 1, 2, 5, 2, 7], 'w': [1.0, np.nan, 3.0, 4.0, np.nan, 6.0]},
                  index=pd.date_range('2024-01-01', periods=6, freq='10D', name='day'))
g = df.groupby('k')
print(g['v'].rank(), g['v'].rank(ascending=False, method='min').tolist(), g['v'].rank(pct=True).round(3).tolist(), g.rank().round(2), sep='\n')
print(g['v'].cumsum().tolist(), g['v'].cumprod().tolist(), g['v'].cummax().tolist(), g['v'].cummin().tolist(), g.cumsum(), sep='\n')
print(g['v'].shift().tolist(), g['v'].shift(1, fill_value=0).tolist(), g['v'].diff().tolist(), g['v'].pct_change().round(3).tolist(), sep='\n')
print(g['w'].ffill().tolist(), g['w'].bfill().tolist(), g.ngroup().tolist(), g.cumcount().tolist(), g.cumcount(ascending=False).tolist())
print(g.head(1), g.tail(1), g.nth(0), g['v'].nth([0, 1]).tolist(), g.sample(1, random_state=0).shape, g.pipe(len), sep='\n')
print(g['v'].rolling(2).mean(), g['v'].expanding().sum(), g[['v', 'w']].rolling(2, min_periods=1).sum(), sep='\n')
print(g['v'].resample('ME').sum(), df.groupby(pd.Grouper(freq='ME'))['v'].sum(), df.reset_index().groupby(['k', pd.Grouper(key='day', freq='MS')])['v'].max(), sep='\n')
print(g['v'].agg(['idxmax', 'quantile']), g['v'].sem().round(3), g['v'].skew().round(3), sep='\n')
print(df['v'].groupby(df['k']).transform('sum').tolist(), df.groupby(level=0).size().tolist(), df['v'].groupby(level=0).sum().tolist(), sep='\n')
print(df.transform(lambda c: c if c.dtype == object or c.name == 'k' else c * 2), df['v'].transform('cumsum').tolist(), df[['v', 'w']].transform({'v': np.sqrt}).round(3), sep='\n')
print(df['v'].rank(pct=True).round(3).tolist(), df['k'].rank().tolist(), df[['v', 'w']].rank(axis=1), df.corr(numeric_only=True, method='kendall').round(4), sep='\n')
r = df['v'].rolling(3)
print(r.agg(['mean', 'std']).round(3), r.agg('sum').tolist(), r.quantile(0.5).tolist(), r.skew().round(3).tolist(), sep='\n')
print(df['v'].rolling(3).corr(df['w'].ffill()).round(4).tolist(), df['v'].rolling(4).cov(df['w']).round(4).tolist(), df['v'].rolling('25D').sum().tolist(), sep='\n')
print(df['v'].autocorr().round(6), df[['v']].rolling('15D').mean(), df['v'].expanding().aggregate('max').tolist(), sep='\n')
left = pd.DataFrame({'id': [1, 2, 3], 'x': ['p', 'q', 'r']})
right = pd.DataFrame({'id': [1, 1, 4], 'y': [10, 20, 40]})
print(left.merge(right, how='outer', on='id', indicator=True), left.merge(right, on='id', validate='1:m'), sep='\n')
quotes = pd.DataFrame({'t': [1, 5, 10], 'bid': [1.0, 1.5, 2.0], 's': ['a', 'b', 'a']})
trades = pd.DataFrame({'t': [0, 5, 7, 20], 's': ['a', 'b', 'a', 'a']})
print(pd.merge_asof(trades[['t']], quotes, on='t'), pd.merge_asof(trades, quotes, on='t', by='s', direction='nearest'), sep='\n')
print(pd.merge_asof(trades[['t']], quotes[['t', 'bid']], on='t', direction='forward', allow_exact_matches=False))
for call in (lambda: left.merge(right, on='id', validate='1:1'), lambda: left.merge(right, on='id', validate='x'), lambda: right.merge(right, on='id', validate='1:1'), lambda: left.merge(right, on='id', validate='m:1'),
             lambda: pd.merge_asof(trades[::-1], quotes, on='t'), lambda: df['v'].reset_index(drop=True).rolling('3D'), lambda: df['v'].rolling('2ME')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
