# read_csv with dates, pieces, thousands, other decimal signs, spaces and comments.
from io import StringIO

import pandas as pd

text = "Date,Open,Volume\n2012-01-03,325.25,7380500\n2012-01-04,331.27,5749400\n2012-02-06,328.34,5405900\n"
df = pd.read_csv(StringIO(text), parse_dates=True, index_col="Date")
print(df, df.index, df.loc["2012-01"].shape)
df = pd.read_csv(StringIO(text), parse_dates=["Date"])
print(df.dtypes, df.describe())
df.info()
print(df.to_csv(index=False), df.set_index("Date").resample("ME")["Open"].mean())
print(pd.read_csv(StringIO(text), index_col=0, parse_dates=[0]).index.day.tolist())
print(pd.read_csv(StringIO("d;x\n16/12/2006;1,5\n17/12/2006;2,25\n"), sep=";", decimal=",", parse_dates=["d"], dayfirst=True))
print(pd.read_csv(StringIO("d,x\n03-1999,1\n"), parse_dates=["d"], date_format="%m-%Y").d[0])
print(pd.read_csv(StringIO('a,b\n"1,000",2\n"2,500",3\n'), thousands=",").sum().tolist())
for part in pd.read_csv(StringIO(text), chunksize=2):
    print(part.shape, part.index.tolist())
with pd.read_csv(StringIO(text), iterator=True) as reader:
    print(reader.get_chunk(1))
cars = '18.0   8   307.0\t"chevrolet"\n15.0   ?   350.0\t"buick"\n'
print(pd.read_csv(StringIO(cars), names=["mpg", "cyl", "disp"], na_values="?", comment="\t", sep=" ", skipinitialspace=True))
stamps = pd.to_datetime(pd.Series(["01.01.2009 00:10:00", "01.01.2009 00:20:00"]), format="%d.%m.%Y %H:%M:%S")
print(stamps.map(pd.Timestamp.timestamp), pd.Series([123456789.25, 1.5]))
