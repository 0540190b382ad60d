# Periods: spans of the calendar as values, columns and labels.
import pandas as pd

p = pd.Period('2024-01')
print(repr(p), p, p.start_time, p.end_time, p + 1, p.freqstr, p.to_timestamp(), p - pd.Period('2023-11'), p - 2, p.asfreq('D'), p.strftime('%b %Y'))
for f in ['D', 'W', 'M', 'Q', 'Y', 'h', 'min']:
    q = pd.Timestamp('2024-05-17 13:45').to_period(f)
    print(f, repr(q), q.freqstr, q.start_time, q.end_time, q.ordinal)
s = pd.Series(pd.date_range('2024-01-15', periods=4, freq='20D'))
t = s.dt.to_period('M')
print(t, t.dtype, t.unique(), t.dt.month, t.astype(str), t.value_counts(), sep='\n')
i = pd.period_range('2024-01', periods=5, freq='M')
print(i, pd.Series(range(5), index=i), i.to_timestamp(), i.month, i.strftime('%y/%m'), i.freqstr, sep='\n')
print(s.dt.to_period('Q').tolist(), pd.DataFrame({'p': t, 'v': range(4)}))
d = pd.DatetimeIndex(s)
print(d.to_period('M'), repr(t.iloc[0]), pd.Series(range(4), index=d).groupby(d.to_period('M')).sum(), s.dt.to_period('W'), sep='\n')
print(t.dt.to_timestamp(), t.dt.strftime('%b %Y'), t.dt.start_time, sep='\n')
print(t[0].year, t[0].quarter, t[0].days_in_month, t.min(), t[0] == pd.Period('2024-01', 'M'), t.sort_values(ascending=False).tolist()[:1])
monthly = pd.Series(range(4), index=d).to_period('M')
print(monthly, monthly.to_timestamp(), sep='\n')
print(pd.PeriodIndex(['2024Q1', '2024Q2'], freq='Q'), pd.Period('2024Q1'), pd.Period('2024'), repr(pd.Period('2024-05-03')), pd.Period(year=2024, month=3, freq='M'))
n = pd.Series(range(5), index=i)
print(n['2024-02'], n.loc['2024-02':'2024-04'], '2024-03' in n.index, pd.Timestamp('2024-03-03').to_period('M') in n.index, sep='\n')
print(t.iloc[0] < t.iloc[3], t.iloc[0] >= t.iloc[3], (t == '2024-02').tolist(), (t > pd.Period('2024-01')).tolist(), f'{p}', f'{p:%Y}')
print(t.iloc[0] > t.iloc[1], t.iloc[0] <= t.iloc[1], len({p, pd.Period('2024-01')}), pd.period_range('2023Q3', '2024Q2', freq='Q').tolist())
for call in (lambda: pd.Period('2024-01', 'M') < pd.Period('2024-01-01', 'D'), lambda: pd.period_range('2024', freq='M'), lambda: n['2025-01']):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
