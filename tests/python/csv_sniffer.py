# csv.Sniffer: which characters separate and quote fields, and whether there is a header.
import csv

sniffer = csv.Sniffer()
for sample in ('a;b;c\n1;2;3\n4;5;6\n', "'a', 'b'\n'c', 'd'\n", 'name,age\n"Smith, J",40\n"X ""y""",3\n', 'a b\n1 2\n',
               'x|y\n1|2\n', 'a:1\nb:2\n', 'one\ntwo\n', 'a\tb\n1\t2\n', 'when,n\n2001-01-02 10:20,5\n2001-01-03 11:21,6\n',
               '"only"\n"column"\n', '', 'id, name\n1, ann\n2, bob\n', 'abc?def?gh\n1?2?3\n'):
    try:
        dialect = sniffer.sniff(sample)
        print(repr(dialect.delimiter), repr(dialect.quotechar), dialect.doublequote, dialect.skipinitialspace,
              sniffer.has_header(sample), list(csv.reader(sample.splitlines(), dialect))[-1])
    except csv.Error as error:
        print(error)
print(repr(sniffer.sniff('a;b,c\n1;2,3\n', delimiters=',').delimiter), repr(sniffer.sniff('a;b,c\n1;2,3\n').delimiter))
dialect = sniffer.sniff('a;b\n1;2\n')
print(dialect._name, repr(dialect.lineterminator), dialect.quoting == csv.QUOTE_MINIMAL, issubclass(dialect, csv.Dialect))
print(sniffer.preferred, list(csv.DictReader(['a;b', '1;2'], dialect=dialect)))
