"""csv: tables as lines of fields."""
from _csv import (Error, Format as _Format, fields_of as _fields_of, limit as _set_limit, named_row as _named_row,
                  reader as _Reader)

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
__version__ = '1.0'


class Dialect:
    """How fields are separated and quoted."""

    __module__ = 'csv'
    delimiter = ','
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL
    strict = False

    def __init__(self):
        if type(self) is not Dialect:
            try:
                _dialect(type(self), {})
            except TypeError as error:
                raise Error(str(error)) from None


class excel(Dialect):
    """As Excel writes tables."""

    __module__ = 'csv'


class excel_tab(excel):
    """The same with tabs."""

    __module__ = 'csv'
    delimiter = '\t'


class unix_dialect(Dialect):
    """As Unix programs write tables."""

    __module__ = 'csv'
    quoting = QUOTE_ALL
    lineterminator = '\n'


_dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}
_NAMES = ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting',
          'strict')


def register_dialect(name, dialect=None, **fmtparams):
    """Gives a dialect a name."""
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _dialect(dialect, fmtparams)


def unregister_dialect(name):
    """Forgets a dialect."""
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    """The dialect of a name."""
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    """The names of all dialects."""
    return list(_dialects)


def field_size_limit(new_limit=None):
    """The longest field that is read."""
    if new_limit is None:
        return _set_limit()
    if not isinstance(new_limit, int):
        raise TypeError('limit must be an integer')
    return _set_limit(new_limit)


def _dialect(dialect, parameters):
    made = Dialect()
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    quoted = 'quoting' in parameters or hasattr(dialect, 'quoting') and dialect is not _dialects.get('excel')
    if dialect is not None:
        for name in _NAMES:
            if hasattr(dialect, name):
                setattr(made, name, getattr(dialect, name))
    for name, value in parameters.items():
        if name not in _NAMES:
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        setattr(made, name, value)
    for name in ('delimiter', 'quotechar', 'escapechar'):
        value = getattr(made, name)
        if value is None and name != 'delimiter':
            continue
        if not isinstance(value, str):
            if name == 'delimiter':
                raise TypeError('"%s" must be string, not %s' % (name, type(value).__name__))
            raise TypeError('"%s" must be string or None, not %s' % (name, type(value).__name__))
        if len(value) != 1:
            raise TypeError('"%s" must be a 1-character string' % name)
    if not isinstance(made.quoting, int):
        raise TypeError('"quoting" must be an integer')
    if not 0 <= made.quoting <= 3:
        raise TypeError('bad "quoting" value')
    if made.lineterminator is None or not isinstance(made.lineterminator, str):
        raise TypeError('"lineterminator" must be a string')
    if made.quotechar is None and not quoted:
        made.quoting = QUOTE_NONE
    if made.quoting != QUOTE_NONE and not made.quotechar:
        raise TypeError('quotechar must be set if quoting enabled')
    return made


def reader(csvfile, dialect='excel', **fmtparams):
    """The rows of a table as lists of str."""
    lines = iter(csvfile)
    return _Reader(lines, _dialect(dialect, fmtparams))


class _Writer:
    """Writes rows."""

    def __init__(self, file, dialect):
        self.dialect = dialect
        self._write = file.write
        self._format = _Format(dialect)

    def writerow(self, row):
        """Writes one row; returns what the file's write returned."""
        return self._format.row(row, self._write)

    def writerows(self, rows):
        """Writes several rows."""
        self._format.rows(rows, self._write)


def writer(csvfile, dialect='excel', **fmtparams):
    """An object that writes rows into a file."""
    if not hasattr(csvfile, 'write'):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(csvfile, _dialect(dialect, fmtparams))


class DictReader:
    """The rows of a table as dicts: the first row has the names."""

    __module__ = 'csv'

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        return _named_row(self.fieldnames, row, self.restkey, self.restval)


class DictWriter:
    """Writes dicts as rows."""

    __module__ = 'csv'

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        self.fieldnames = list(fieldnames)
        self.restval = restval
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Writes the names."""
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        made = _fields_of(rowdict, self.fieldnames, self.restval)
        if made is not None:
            return made
        if self.extrasaction == 'raise':
            wrong = [name for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(x) for x in wrong]))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        """Writes one dict."""
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        """Writes several dicts."""
        for rowdict in rowdicts:
            self.writer.writerow(self._row(rowdict))


def __getattr__(name):
    if name == 'Sniffer':
        from _csv_sniffer import Sniffer
        return Sniffer
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
