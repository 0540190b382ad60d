import io
import pandas as pd
from refusals import refuses, report

frame = pd.DataFrame({'g': ['a', 'b', 'a'], 'n': [1, 2, 3], 's': ['x', 'y', 'z']})
days = pd.Series(pd.to_datetime(['2020-01-01', '2020-02-03']))
NONE = NotImplementedError

refuses(NONE, "nnsh's pandas has no time zones: all moments are without one", days.dt.tz_localize, 'UTC')
refuses(NONE, "nnsh's pandas has no time zones: leave utc away", pd.to_datetime, ['2020-01-01'], utc=True)
refuses(NONE, "nnsh's pandas has no time zones: leave tz away", pd.date_range, '2020-01-01', periods=2, tz='UTC')
refuses(NONE, "nnsh's pandas has no time zones: leave tz away", pd.Timestamp, '2020-01-01', tz='UTC')
refuses(NONE, "nnsh prints tables as text: there is no .style", lambda: frame.style)
refuses(NONE, "hist of a table has no by or ax: draw each column with ax.hist", frame.hist, by='g')
refuses(NONE, "boxplot(by=...) has no rot, patch_artist", frame.boxplot, 'n', by='g', rot=45, patch_artist=True)
refuses(NONE, "plot(kind='kde') is not there: 'hist' shows how values lie, 'scatter' pairs of them", lambda: frame.plot(kind='kde'))
refuses(NONE, "plot(kind='density') is not there: 'hist' shows how values lie, 'scatter' pairs of them", lambda: frame.n.plot(kind='density'))
refuses(NONE, "nnsh writes no Excel files: to_csv()", frame.to_excel, 'x.xlsx')
refuses(NONE, "nnsh writes no HTML: to_string()", frame.to_html)
refuses(ImportError, "to_markdown needs tabulate, which nnsh does not have: to_string()", frame.to_markdown)
refuses(NONE, "to_records is not there: to_numpy() or to_dict('records')", frame.to_records)
refuses(NONE, "value_counts of a grouped table: choose a column first", frame.groupby('g').value_counts)
refuses(NONE, "read_csv takes one line of names here: header=0", pd.read_csv, io.StringIO('a,b\nc,d\n1,2'), header=[0, 1])
refuses(NONE, "nnsh's pandas has no read_excel: save the sheet as .csv and use read_csv", pd.read_excel, 'x.xlsx')
refuses(NONE, "nnsh's pandas has no read_sql: export the table as .csv and use read_csv", pd.read_sql, 'select 1', None)
refuses(NONE, "nnsh's pandas has no read_html: save the table as .csv and use read_csv", pd.read_html, 'x.html')
refuses(NONE, "nnsh's pandas has no read_parquet: use read_csv", pd.read_parquet, 'x.parquet')
refuses(OSError, "nnsh reads no addresses: download https://example.org/x.csv and read the file", pd.read_csv,
        'https://example.org/x.csv')
refuses(NONE, "pivot_table(margins=True) is there for one of values, index and columns each", frame.pivot_table,
        'n', ['g', 's'], margins=True)
report()
