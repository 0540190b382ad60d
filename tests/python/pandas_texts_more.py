# Methods of texts, JSON, labels in formulas, rows by moments.
import io
import numpy as np
import pandas as pd

s = pd.Series([' Apple ', 'banana-split', 'Cherry pie', None, 'date_palm', 'Elder Berry 42'])
print(s.str.split('[-_ ]', regex=True).str[0], s.str.rsplit(' ', n=1).tolist(), s.str.partition(' '), s.str.rpartition('-', expand=False).tolist(), sep='\n')
print(s.str.pad(10, side='both', fillchar='*').tolist(), s.str.pad(9).tolist(), s.str.cat(sep='|', na_rep='?'), s.str.cat(sep=','), s.str.wrap(6).tolist())
print(s.str.casefold().tolist(), s.str.removeprefix(' A').tolist(), s.str.removesuffix('pie').tolist(), s.str.rfind('e').tolist(), s.str.fullmatch('Cherry.*').tolist())
print(s.str.isalnum().tolist(), s.str.isspace().tolist(), s.str.istitle().tolist(), s.str.isdecimal().tolist(), s.str.encode('utf8').tolist()[:2])
print(s.str.normalize('NFC').tolist()[:1], s.str.translate(str.maketrans('ae', 'AE')).tolist(), pd.Series([['a', 'b'], ['c']]).str.join('-').tolist())
print(pd.Series(['a|b', 'b|c', None]).str.get_dummies(), pd.Series(['x #a #b', 'none', '#c']).str.extractall(r'#(?P<tag>\w)'), sep='\n')
names = pd.DataFrame({'l': ['Smith', 'Doe'], 'f': ['John', None]})
print(names['l'].str.cat(names['f'], sep=', ').tolist(), names['l'].str.cat(names['f'], sep=', ', na_rep='-').tolist(), names['l'].str.cat([names['l'], names['l']], sep='/').tolist())
df = pd.DataFrame({'a': [1, 2], 'b': ['x/y', None], 'c': [1.5, 2.0], 'd': pd.to_datetime(['2024-01-01', '2024-01-02'])})
print(df.to_json(), df.to_json(orient='records', date_format='iso'), df.to_json(orient='split'), df.to_json(orient='index'), df.to_json(orient='values'), sep='\n')
print(df[['a', 'b']].to_json(orient='records', lines=True), df[['a']].to_json(indent=2), df['c'].to_json(), df['c'].to_json(orient='records'), df['c'].to_json(orient='split'))
nested = [{'id': 1, 'info': {'name': 'x', 'tags': {'t': 5}}, 'rows': [{'v': 1}, {'v': 2}]}, {'id': 2, 'info': {'name': 'y', 'tags': {'t': 6}}, 'rows': [{'v': 3}]}]
print(pd.json_normalize(nested), pd.json_normalize(nested, max_level=1).columns.tolist(), pd.json_normalize(nested, 'rows', ['id', ['info', 'name']]), sep='\n')
x = pd.Series(np.arange(48.0), index=pd.date_range('2024-01-01', periods=48, freq='h'))
x.iloc[0] = np.nan
print(x.between_time('09:00', '11:00').head(4), x.at_time('12:00').tolist(), x.between_time('23:00', '01:00').tolist(), x.shift(2, freq='h').head(2), sep='\n')
print(x.first_valid_index(), x.last_valid_index(), x.to_frame().first_valid_index(), x.truncate('2024-01-02 22:00').tolist(), x.to_frame('v').shift(1, freq='D').tail(1))
i = x.index.hour
print((2 * i[:3] + 1).tolist(), (i[:3] / 2).tolist(), (10 - i[:3]).tolist(), (1 + i[:2]).tolist(), np.sin(i[:2]).tolist(), (i[:4] % 2).tolist(), (i[:3] ** 2).tolist())
print((-i[:2]).tolist(), (6 / pd.Index([1, 2])).tolist(), (i[:5] // 2).tolist(), np.round(pd.Index([1.26, 2.34]), 1).tolist(), (i[1:3] - 1).tolist())
t = pd.Timedelta('1 days 02:30:15.5')
print(t.components.hours, t.components.minutes, t.components.milliseconds, pd.bdate_range('2024-01-05', periods=3).tolist())
print(pd.DataFrame([[1, 2, 3]]).squeeze().tolist(), pd.DataFrame({'a': [1, 2]}).squeeze('columns').tolist(), pd.DataFrame([[5]]).squeeze(), pd.DataFrame({'a': ['1']}).infer_objects().shape)
print(np.where([True, False], None, 'x'), df[['a', 'c']].where(df[['a', 'c']] > 1, -df[['a', 'c']]), pd.DataFrame(np.arange(24).reshape(2, 12)), sep='\n')
print(df[['a', 'c']].apply(['mean', 'max']), pd.get_dummies(df['b']).shape, df[['a', 'c']].shift(1, axis=1), sep='\n')
for call in (lambda: df.to_json(orient='x'), lambda: df.to_json(lines=True), lambda: df.at_time('1:00'), lambda: pd.json_normalize(nested, 'rows', ['no'])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
