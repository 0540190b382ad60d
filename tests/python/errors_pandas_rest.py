# Errors of pandas that seldom come; each text runs with the names below.
import numpy as np
import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3], "b": [4.0, 5.0, 6.0], "c": ["x", "y", "z"]})
small = pd.DataFrame({"a": [1, 2], "d": [7, 8]})
ser = pd.Series([1, 2, 3])
words = pd.Series(["x", "y"])
days = pd.Series(pd.to_datetime(["2020-01-01", "2020-01-02"]))
by = df.groupby("c")


def attempt(source):
    names = {**globals(), "df": df.copy(), "small": small.copy(), "ser": ser.copy()}
    try:
        result = eval(source, names) if "\n" not in source and " = " not in source else exec(source, names)
        print(source, "gives", repr(result))
    except Exception as error:
        print(source, type(error).__name__, error)


for source in ("df['nothing']", "df[['a', 'nothing']]", "df[['q', 'r']]", "df.nothing", "df.loc['a']", "df.loc[9]",
               "df.loc[0, 'q']", "df.iloc[9]", "df['e'] = [1, 2]", "df['e'] = np.zeros(5)", "df['e'] = np.zeros((3, 2))",
               "df[['e', 'f']] = np.zeros((3, 3))", "df[['e', 'f']] = [1, 2, 3]", "df.columns = ['a']", "df.index = [1, 2]",
               "ser.index = [1, 2]", "df.set_axis([1, 2])", "df.set_axis(['a'], axis=1)", "pd.DataFrame(np.zeros((2, 2, 2)))",
               "pd.DataFrame(np.zeros((2, 2)), columns=['a'])", "pd.DataFrame(np.zeros((2, 2)), index=[1])",
               "pd.DataFrame([[1, 2], [3, 4]], columns=['a'])", "pd.DataFrame(5)", "pd.DataFrame('abc')",
               "df.insert(0, 'a', 1)", "df.insert(0, 'q', [1])", "df.insert(9, 'q', 1)", "df == small", "df + [1, 2]",
               "df > [1]", "bool(df)", "bool(ser)", "df.drop('q')", "df.drop(columns='q')", "df.drop(columns=['a', 'q'])",
               "df.drop([7])", "df.drop()", "df.set_index('q')", "df.reset_index(names='a')", "df.to_dict('nothing')",
               "df.sort_values('q')", "df.dropna(subset=['q'])", "df.drop_duplicates('q')", "df.pop('q')",
               "df.rename(columns={'q': 'r'}, errors='raise')", "df.astype({'q': int})", "df.astype(float)",
               "df['c'].astype(int)", "df['c'].astype(float)", "df.astype('nothing')", "pd.Series([1.0, np.nan]).astype(int)",
               "pd.Series([1.5, np.inf]).astype('int64')", "pd.to_numeric(words)", "pd.to_numeric(pd.Series(['1', 'b']))",
               "pd.to_datetime('nothing')", "pd.to_datetime(['2020-01-01', 'x'])", "pd.to_datetime('2020-13-01')",
               "pd.to_datetime(['2020-01-01'], format='%d/%m/%Y')", "pd.Timestamp('abc')", "pd.Timestamp([1])",
               "pd.Timestamp({})", "pd.Timedelta('abc')", "pd.Series(np.zeros((2, 2)))", "pd.Series([1, 2], index=[1])",
               "ser == pd.Series([1])", "ser == [1]", "ser + np.zeros(2)", "ser[9]", "ser['a']", "ser.append(ser)",
               "float(ser)", "int(ser)", "ser.item()", "ser.loc[7]", "ser.iloc[7]", "ser.at[9]", "ser.nothing",
               "ser[pd.Series([True, False, True], index=[5, 6, 7])]", "df[pd.Series([True, False, True], index=[5, 6, 7])]",
               "df[[True, False]]", "df.loc[[True, False]]", "df.iloc[[True, False]]", "ser.str.upper()", "ser.dt.year",
               "ser.cat", "words.mean()", "words.std()", "words.sum() - 1", "words + 1", "df.mean()", "df.std()", "df.corr()",
               "df['c'].corr(df['a'])", "df['a'].corr(df['b'], method='q')", "df.corr(method='q')", "ser.map(5)",
               "ser.astype('category').cat.nothing", "ser.quantile(2)", "ser.sample(5)", "df.sample(10)",
               "df.sample(n=1, frac=0.5)", "df.sample(frac=2)", "df.sample(n=-1)", "df.nlargest(2, 'c')", "df.nlargest(2, 'q')",
               "df.agg('nothing')", "df.apply('nothing')", "df.loc[0, 0, 0]", "df.iloc[0, 0, 0]", "df.iloc['a']",
               "df.iloc[[9]]", "df.iloc[1.5]", "df.loc[[8, 9]]", "df.loc[[0, 9]]", "df.loc[7] = [1, 2]",
               "df.loc[0, ['a', 'b']] = [1, 2, 3]", "df.loc[[0, 1], 'a'] = [1, 2, 3]", "df.loc[df['a'] > 1, 'a'] = [1, 2, 3]",
               "df.loc[df['a'] > 1, ['a', 'b']] = [1, 2, 3]", "df.iloc[0:2, 0] = [1, 2, 3]", "ser[[0, 1]] = [1, 2, 3]",
               "ser.loc[[0, 1]] = [1, 2, 3]", "df.at[0, 'q']", "df.at[9, 'a']", "df.index[0] = 5", "df.columns[0] = 'q'",
               "df.iloc[9] = 5", "pd.cut([1, 2], [0, 1, 2], labels=['a'])", "pd.cut([1, 2], [2, 1])",
               "pd.cut([1, 2], [1, 1, 2])", "pd.qcut([1, 1, 1, 2], 4)", "pd.cut([], 3)", "pd.cut(ser, 0)", "df.groupby('q')",
               "df.groupby(['a', 'q'])", "df.groupby()", "by['q']", "by[['a', 'q']]", "by.nothing", "by['a'].nothing",
               "by['a'].agg('nothing')", "by.agg({'q': 'sum'})", "by.agg('nothing')", "by.get_group('q')",
               "by['a'].agg(x=('b', 'sum'))", "by.agg(x=('q', 'sum'))", "df.groupby('a').mean()", "df.groupby('a')['c'].mean()",
               "df.groupby('a')['c'].std()", "by.agg()", "by['a'].agg()", "by.agg(x='sum')",
               "pd.merge(df, pd.DataFrame({'q': [1]}))", "df.merge(small, on='q')", "df.merge(small, on='d')",
               "df.merge(small, on='b')", "df.merge(small, left_on='a')", "df.merge(small, left_on='a', right_on=['a', 'd'])",
               "df.merge(small, how='nothing')", "df.merge(small, left_on='a', right_on='q')",
               "df.merge(small, on='a', left_index=True)", "df.merge(5)", "df.join(small)",
               "df.merge(small, on='a', left_on='a')", "df.merge(small, right_on='a')",
               "df.merge(small.astype({'d': str}), left_on='a', right_on='d')",
               "df.merge(df.assign(a=['1', '2', '3']), on='a')", "df[['a', 'b']] = 5, 6, 7", "df.loc[:, 'a'] = [1, 2]",
               "df['a'] = range(5)", "pd.concat({})", "pd.DataFrame([1, 2], columns=['a', 'b'])",
               "pd.Series([1, 2], index=['a'])", "df.groupby('c').mean().loc['q']", "df.groupby('c')['a'].sum()['q']",
               "df.set_index('a').loc[9]", "df.set_index('a').drop(9)", "pd.Series(['1', 'b']).astype(int)",
               "pd.Series(['1', 'b']).astype(float)", "df.join(small, on='q')", "pd.concat([])", "pd.concat(df)",
               "pd.concat([1, 2])", "pd.concat([None])", "pd.concat([df, small], axis=2)", "pd.concat([df, small], join='x')",
               "df.merge(df.astype({'a': str}), on='a')", "df.merge(df, on='a', suffixes=(None, None))",
               "df.pivot(index='a', columns='q')", "df.pivot(index='a', columns='q', values='b')", "df.pivot_table('q', 'a')",
               "df.melt('q')", "df.melt(id_vars=['a'], value_vars=['q'])", "ser.unstack()", "df.explode('q')",
               "df.query('q > 1')", "df.query('')", "df.eval('q + 1')", "df.query('a > @nothing')", "df[['c']].plot()",
               "words.plot()", "words.plot.hist()", "df[['c']].hist()", "df.plot.scatter('a', 'q')", "df.plot(x='q')",
               "pd.read_csv('nothing.csv')", "pd.read_json('nothing.json')", "pd.set_option('nothing', 5)",
               "pd.get_option('nothing')", "bool(pd.NA)", "pd.nothing", "pd.DataFrame.nothing", "pd.date_range('2020-01-01')",
               "pd.date_range(periods=3)", "pd.date_range('2020-01-01', periods=3, freq='nothing')",
               "pd.date_range('2020-01-01', periods=3, freq='1')", "pd.NaT.nothing", "days.sum()", "days + days", "days * 2",
               "days.dt.nothing", "days.resample('D')", "ser.resample('D')", "df.rolling('q')", "df.rolling(-1)",
               "ser.rolling(2).nothing", "ser.rolling(2, min_periods=3)", "ser.ewm()", "ser.ewm(span=2, alpha=0.5)",
               "ser.ewm(alpha=2)", "ser.expanding().nothing", "pd.Categorical(['a'], categories=['a', 'a'])",
               "pd.get_dummies(df, columns=['q'])", "pd.get_dummies(df, columns='c')", "df.T['q']", "df.rename()",
               "df.add(small, fill_value=5)", "df.isin(5)", "ser.isin(5)", "ser.rank(method='nothing')", "df.sum(axis=5)",
               "df.drop('a', axis='x')", "df.mean(axis='rows')", "df.dropna(how='x')", "pd.crosstab(ser)", "df.select_dtypes()",
               "df.info(5, 6, 7, 8, 9)", "ser.to_frame(1, 2)", "df.cov(ddof='a')", "pd.Index([1, 2])[5]",
               "pd.Index([1]).get_loc(5)", "df.sort_values('a', ascending=[True, False])", "df.sort_index(axis=5)",
               "df.sort_values(['a', 'b'], ascending=[True])", "pd.to_numeric(words, errors='x')",
               "df.to_csv('/nothing/x.csv')", "df.iterrows(5)", "ser.apply('nothing')", "ser.agg('nothing')",
               "ser.groupby('a')", "ser.groupby([1])", "ser.str", "df.str", "df['a']['b']['c']", "df.a.b"):
    attempt(source)
