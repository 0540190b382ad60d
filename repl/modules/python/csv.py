"""csv: tables as lines of fields."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
__version__ = '1.0'


class Error(Exception):
    """A table that cannot be read or written."""

    __module__ = '_csv'


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
_limit = 131072
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
    global _limit
    old = _limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError('limit must be an integer')
        _limit = new_limit
    return old


def _dialect(dialect, parameters):
    made = Dialect()
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
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
    if made.quoting != QUOTE_NONE and not made.quotechar:
        raise TypeError('quotechar must be set if quoting enabled')
    return made


class _Reader:
    """The rows of a table, one after the other."""

    def __init__(self, lines, dialect):
        self.dialect = dialect
        self.line_num = 0
        self._lines = lines

    def __iter__(self):
        return self

    def __next__(self):
        row = []
        field = []
        quoted = False  # inside quotes
        begun = False   # something of a field was read
        number = False  # QUOTE_NONNUMERIC: the field is not quoted
        d = self.dialect
        delimiter, quote, escape = d.delimiter, d.quotechar, d.escapechar
        quoting = d.quoting != QUOTE_NONE and quote is not None
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if quoted or begun and escape is not None:
                    if d.strict:
                        raise Error('unexpected end of data') from None
                    row.append(self._field(field, number))
                    return row
                raise
            if not isinstance(line, str):
                raise Error('iterator should return strings, not %s (the file should be opened in text mode)' %
                            type(line).__name__)
            self.line_num += 1
            if not quoted and not begun and quote not in line and escape is None and not d.skipinitialspace:
                text = line.rstrip('\r\n') if line[-1:] in '\r\n' else line
                if '\n' in text or '\r' in text:
                    raise Error('new-line character seen in unquoted field - '
                                'do you need to open the file in universal-newline mode?')
                if not text:
                    return []
                fields = text.split(delimiter)
                for part in fields:
                    if len(part) > _limit:
                        raise Error('field larger than field limit (%d)' % _limit)
                if d.quoting == QUOTE_NONNUMERIC:
                    return [self._field([part], True) for part in fields]
                return fields
            at = 0
            length = len(line)
            ended = False
            while at < length:
                c = line[at]
                at += 1
                if quoted:
                    if escape is not None and c == escape:
                        field.append(line[at] if at < length else '\n')
                        at += 1
                    elif c == quote:
                        if d.doublequote and at < length and line[at] == quote:
                            field.append(quote)
                            at += 1
                        else:
                            quoted = False
                            if d.strict and at < length and line[at] not in (delimiter, '\r', '\n'):
                                raise Error("'%s' expected after '%s'" % (delimiter, quote))
                    else:
                        field.append(c)
                        if len(field) > _limit:
                            raise Error('field larger than field limit (%d)' % _limit)
                elif c in '\r\n':
                    rest = line[at:].strip('\r\n')
                    if rest:
                        raise Error('new-line character seen in unquoted field - '
                                    'do you need to open the file in universal-newline mode?')
                    ended = True
                    break
                elif c == delimiter:
                    row.append(self._field(field, number or not begun))
                    field = []
                    begun = True
                    number = False
                    # A field follows, though it may be empty.
                    at = self._skip(line, at)
                    if at < length and quoting and line[at] == quote:
                        quoted = True
                        at += 1
                    else:
                        number = True
                elif not begun and not row:
                    begun = True
                    if d.skipinitialspace and c == ' ':
                        at = self._skip(line, at)
                        if at >= length:
                            break
                        c = line[at]
                        at += 1
                        if c in '\r\n' or c == delimiter:
                            number = True
                            at -= 1
                            continue
                    if quoting and c == quote:
                        quoted = True
                    elif escape is not None and c == escape:
                        number = True
                        field.append(line[at] if at < length else '\n')
                        at += 1
                    else:
                        number = True
                        field.append(c)
                elif escape is not None and c == escape:
                    field.append(line[at] if at < length else '\n')
                    at += 1
                else:
                    field.append(c)
            if quoted:
                continue
            if not begun and not row:
                return []
            row.append(self._field(field, number))
            return row

    def _skip(self, line, at):
        if self.dialect.skipinitialspace:
            while at < len(line) and line[at] == ' ':
                at += 1
        return at

    def _field(self, field, number):
        text = ''.join(field)
        if number and self.dialect.quoting == QUOTE_NONNUMERIC:
            return float(text)
        return text


def reader(csvfile, dialect='excel', **fmtparams):
    """The rows of a table as lists of str."""
    lines = iter(csvfile)
    return _Reader(lines, _dialect(dialect, fmtparams))


class _Writer:
    """Writes rows."""

    def __init__(self, file, dialect):
        self.dialect = dialect
        self._write = file.write

    def _text(self, value):
        if value is None:
            return ''
        if isinstance(value, float):
            return repr(float(value))
        return str(value)

    def _quoted(self, value, alone):
        d = self.dialect
        text = self._text(value)
        if d.quoting == QUOTE_ALL:
            quoted = True
        elif d.quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(value, (int, float))
        else:
            quoted = False
        special = (d.delimiter, d.quotechar, d.escapechar, '\n', '\r')
        needs = False
        for c in text:
            if c in special or c in d.lineterminator:
                needs = True
                break
        if not needs and not quoted:
            if alone and text == '':
                if d.quoting == QUOTE_NONE:
                    raise Error('single empty field record must be quoted')
                return d.quotechar * 2
            return text
        out = []
        for c in text:
            escaped = False
            if c in special or c in d.lineterminator:
                if d.quoting == QUOTE_NONE:
                    escaped = True
                elif c == d.quotechar:
                    if d.doublequote:
                        out.append(c)
                        quoted = True
                    else:
                        escaped = True
                elif c == d.escapechar:
                    escaped = True
                else:
                    quoted = True
                if escaped:
                    if not d.escapechar:
                        raise Error('need to escape, but no escapechar set')
                    out.append(d.escapechar)
            out.append(c)
        text = ''.join(out)
        return d.quotechar + text + d.quotechar if quoted else text

    def writerow(self, row):
        """Writes one row; returns what the file's write returned."""
        try:
            fields = list(row)
        except TypeError:
            raise Error('iterable expected, not %s' % type(row).__name__) from None
        alone = len(fields) == 1
        return self._write(self.dialect.delimiter.join([self._quoted(field, alone) for field in fields]) +
                           self.dialect.lineterminator)

    def writerows(self, rows):
        """Writes several rows."""
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect='excel', **fmtparams):
    """An object that writes rows into a file."""
    if not hasattr(csvfile, 'write'):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(csvfile, _dialect(dialect, fmtparams))


class DictReader:
    """The rows of a table as dicts: the first row has the names."""

    __module__ = 'csv'

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames = None if fieldnames is None else list(fieldnames)
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
        self.line_num = self.reader.line_num
        names = self.fieldnames
        made = dict(zip(names, row))
        if len(names) < len(row):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


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
