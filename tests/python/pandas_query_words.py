# query and eval: names, words, @names of the program, methods, chains.
import pandas as pd

df = pd.DataFrame({"age": [22, 35, 58, None, 41], "sex": ["m", "f", "f", "m", "f"], "pay": [10, 20, 30, 40, 50],
                   "first name": ["Al", "Bo", "Cy", "Di", "Ed"]}, index=[10, 11, 12, 13, 14])
print(df.query('age > 30 and sex == "f"'))
low, names = 35, ["Al", "Cy"]
for text in ("age > 30 | sex == 'm' & pay > 20", "age >= @low", "`first name` in @names", "`first name` not in @names",
             "sex == ['f']", "sex != ['f']", "20 <= pay < 45", "not pay > 20", "~(pay > 20)", "age == age",
             "pay * 2 > age + 5", "index > 11", "sex.str.startswith('f')", "age.isnull()", "pay > pay.mean()",
             "-pay < -20 and pay ** 2 > 100", "pay.isin([10, 50])", "pay // 20 == 1 or pay % 30 == 0",
             "`first name`.str[0] == 'B'", "pay.between(20, 40, inclusive='both')", "(pay, age) == (1, 2)" and "pay < 15",
             "sqrt(pay) > 6 and True", "pay in (10, 20)"):
    print(text, df.query(text).index.tolist())


def above(limit):
    return df.query("pay > @limit").shape


print(above(25))
print(df.eval("pay / 10").tolist(), df.eval("c = pay + age")["c"].tolist())
print(df.eval("a = pay * 2\nb = a + 1").columns.tolist())
df.eval("z = pay - @low", inplace=True)
df.query("z > 0", inplace=True)
print(df)
