# Errors of pandas about what is in a column, a date or a table that is made; each text runs with the names below.
import io

import numpy as np
import pandas as pd

frame = pd.DataFrame({"g": ["a", "b", "a"], "n": [1, 2, 3], "s": ["x", "y", "z"]})
holes = pd.DataFrame({"n": [1.0, np.nan]})
mixed = pd.Series([1, "a", 2.5], dtype=object)
words = pd.Series(["a", 1], dtype=object)


def attempt(source):
    try:
        print(source, "gives", repr(eval(source)))
    except Exception as error:
        print(source, type(error).__name__, str(error).split(" You might want")[0])


for source in ("pd.DataFrame({'a': [1, 2], 'b': [1]})", "pd.DataFrame({'a': 1, 'b': 2})", "pd.DataFrame({'a': np.zeros((2, 2))})",
               "pd.DataFrame({'a': [1, 2], 'b': pd.Series([1]), 'c': [1]})", "pd.DataFrame({'a': [1, 2, 3]}, index=[1, 2])",
               "pd.DataFrame({'a': [1, 2], 'b': pd.Series([1, 2, 3])})", "pd.DataFrame({'a': np.zeros((2, 2)), 'b': [1, 2]})",
               "pd.DataFrame({'a': [1, 2, 3], 'b': 5}, index=[1, 2])", "frame.assign(q=[1])",
               "frame.n.add(frame, fill_value=0)",
               "holes.add(pd.Series([1, np.nan], index=['n', 'm']), fill_value=0)", "holes.sub(pd.Series([1, np.nan]), fill_value=0, axis=0)",
               "holes.mul(pd.Series([1, 2]), fill_value=0)", "frame.groupby('g')[['s', 'n']].agg('mean')",
               "pd.DataFrame({'g': [1, 1], 'o': pd.Series([1, 'a'], dtype=object)}).groupby('g').agg('mean')",
               "frame.groupby('g').agg('std')", "frame.columns.drop('q')", "frame.index.drop([7, 8])",
               "pd.read_csv(io.StringIO('a,b\\n1,2'), usecols=['a', 'q'])", "frame.iloc[['a']]", "frame.iloc[[1.5], :].n",
               "frame.n.iloc[['a', 'b']]", "frame.n.iloc[['0', '2']]", "frame.iloc[[0], ['n']]", "frame.iloc[['a'], [0]]",
               "frame.query('nothing > 1')", "frame.eval('nothing + 1')", "frame.query('`nothing` > 1')", "frame.plot(kind='nothing')", "frame.n.plot(kind='nothing')",
               "frame[['n']].rolling(2).nothing", "frame[['n']].rolling(2)._nothing", "frame[['n']].expanding().nothing",
               "frame[['n']].ewm(1).nothing", "frame[['n']].expanding().mean()", "holes.expanding(2).sum()",
               "frame[['n']].ewm(span=3).mean()", "frame.ewm(alpha=0.5)['n'].mean()"):
    attempt(source)
for data in ("mixed", "words", "pd.Series([1, None, 'x'], dtype=object)", "pd.Series(['a', 'b'])", "pd.Series([[1], 2])",
             "pd.Series([1, None, 2.5], dtype=object)"):
    for name in ("mean", "std", "var", "median", "sum", "prod", "max", "min", "sem", "skew", "cumsum", "cumprod", "cummax"):
        attempt(data + "." + name + "()")
for given in ("['2020-02-31']", "['2020-01-01', '2020-02-31']", "['2020-02-30', '2020-02-03']", "['2020-13-01']", "['2020-01-01', '2020-13-01']",
              "['2020-01-01', '2020-01-45']", "['31/02/2020']", "['2020-01-01 10:00', '2020-02-31 10:00']", "['31/31/2020']",
              "'31/02/2020'", "'00/01/2020'", "['x']", "[None, 'x']", "['2020-01-01 25:00']", "'2020-01-01 10:99'", "[None]",
              "['20200231', '20200101']", "['31 Feb 2020']", "['2020-02-31'], format='%Y-%m-%d'", "['31/02/2020'], format='%d/%m/%Y'",
              "['2020-99-01'], format='%Y-%m-%d'", "['31 Feb 2020'], format='%d %b %Y'", "['2020-02-31'], format='mixed'",
              "['2020-02-31'], format='ISO8601'", "['2020-01-01', 'x'], format='ISO8601'", "['2020-01-01', '2020-04-31'], errors='coerce'",
              "['2020-02-31', '2020-01-45'], errors='coerce'"):
    attempt("pd.to_datetime(" + given + ")")
attempt("pd.Series([1], index=pd.to_datetime(['2020-01-01'])).loc['31/02/2020']")
attempt("pd.date_range('02/30/2020', periods=2)")
