"""csv.Sniffer: how the fields of a table seem to be separated and quoted."""
from csv import Dialect, Error, QUOTE_MINIMAL, reader
from io import StringIO
import re

_MARK, _QUOTED = r'(?P<delim>[^\w\n"\'])(?P<space> ?)', r'(?P<quote>["\']).*?(?P=quote)'
_BEGIN, _END = r'(?:^|\n)', r'(?:$|\n)'
# Where quoted fields stand: between delimiters, first, last, alone in a line.
_PLACES = (_MARK + _QUOTED + '(?P=delim)', _BEGIN + _QUOTED + _MARK, _MARK + _QUOTED + _END, _BEGIN + _QUOTED + _END)


def _most(counts):
    return max(counts, key=counts.get)


class Sniffer:
    """Guesses the dialect of a table from some of its lines."""

    __module__ = 'csv'

    def __init__(self):
        # Which delimiter is taken where several would do.
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """A dialect for the sample."""
        quote, double, mark, space = self._by_quotes(sample, delimiters)
        if not mark:
            mark, space = self._by_counts(sample, delimiters)
        if not mark:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL
            doublequote = double
            delimiter = mark
            quotechar = quote or '"'
            skipinitialspace = space
        return dialect

    def _by_quotes(self, sample, delimiters):
        """The quote, whether it is doubled inside of fields, the delimiter beside it, whether a space follows that."""
        for place in _PLACES:
            pattern = re.compile(place, re.DOTALL | re.MULTILINE)
            found = list(pattern.finditer(sample))
            if found:
                break
        else:
            return '', False, None, False
        quotes, marks, spaces = {}, {}, 0
        for match in found:
            parts = match.groupdict()
            quotes[parts['quote']] = quotes.get(parts['quote'], 0) + 1
            mark = parts.get('delim')
            if mark and (delimiters is None or mark in delimiters):
                marks[mark] = marks.get(mark, 0) + 1
            spaces += bool(parts.get('space'))
        quote = _most(quotes)
        mark = _most(marks) if marks else ''
        space = bool(marks) and marks[mark] == spaces
        if mark == '\n':
            # A single column.
            mark = ''
        escaped = re.escape(mark)
        other = f'[^{escaped}\n]*'
        double = re.search(rf'(({escaped})|^)\W*{quote}{other}{quote}{other}{quote}\W*(({escaped})|$)', sample,
                           re.MULTILINE)
        return quote, double is not None, mark, space

    def _by_counts(self, sample, delimiters):
        """The character that stands equally often in most lines, and whether a space follows it always."""
        lines = [line for line in sample.split('\n') if line]
        size = min(10, len(lines))
        counts, usual, able = {chr(code): {} for code in range(127)}, {}, {}

        def chosen(mark):
            return mark, lines[0].count(mark) == lines[0].count(mark + ' ')
        for start in range(0, len(lines), size or 1):
            for line in lines[start:start + size]:
                for mark, seen in counts.items():
                    often = line.count(mark)
                    seen[often] = seen.get(often, 0) + 1
            for mark, seen in counts.items():
                if list(seen) == [0]:
                    continue
                often = _most(seen)
                usual[mark] = often, 2 * seen[often] - sum(seen.values())
            total = min(start + size, len(lines))
            consistency = 1.0
            while not able and consistency >= 0.9:
                for mark, (often, lead) in usual.items():
                    if often > 0 and lead > 0 and lead / total >= consistency and (delimiters is None or
                                                                                   mark in delimiters):
                        able[mark] = often, lead
                consistency -= 0.01
            if len(able) == 1:
                return chosen(*able)
        if not able:
            return '', False
        for mark in self.preferred:
            if mark in able:
                return chosen(mark)
        return chosen(max(able, key=lambda mark: (able[mark], mark)))

    def has_header(self, sample):
        """Whether the first line looks unlike the rest: of other lengths, or no numbers where those are."""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                try:
                    complex(row[column])
                    kind = complex
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
                continue
            try:
                kind(header[column])
                votes -= 1
            except (ValueError, TypeError):
                votes += 1
        return votes > 0
