"""Texts in lines of a width."""
_whitespace = '\t\n\x0b\x0c\r '


def _is_word(c):
    return c.isalnum() or c == '_'


class TextWrapper:
    """Breaks a text into lines; its attributes say how."""

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for each in '\t\n\x0b\x0c\r':
                text = text.replace(each, ' ')
        return text

    def _split_word(self, word):
        """The pieces of a word between whose hyphens a line may break."""
        pieces, start, n, i = [], 0, len(word), 0
        while i < n:
            if word[i] == '-':
                end = i
                while end < n and word[end] == '-':
                    end += 1
                if end - i >= 2 and i > start and end < n and (_is_word(word[i - 1]) or word[i - 1] in '!"\'&.,?') \
                        and _is_word(word[end]):
                    pieces += [word[start:i], word[i:end]]
                    start = i = end
                    continue
                before, after = word[max(0, i - 3):i], word[i + 1:i + 4]
                # Two letters stand before, or one between two hyphens.
                wide = len(before) > 1 and _is_letter(before[-1]) and _is_letter(before[-2])
                single = len(before) == 3 and before[1] == '-' and _is_letter(before[0]) and _is_letter(before[2])
                if end - i == 1 and (wide or single) and len(after) > 1 and _is_letter(after[0]) and (
                        _is_letter(after[1]) or after[1] == '-' and len(after) == 3 and _is_letter(after[2])):
                    pieces.append(word[start:i + 1])
                    start = i + 1
                i = end
                continue
            i += 1
        if start < n:
            pieces.append(word[start:])
        return pieces

    def _split(self, text):
        chunks, at, n = [], 0, len(text)
        while at < n:
            end, space = at, text[at] in _whitespace
            while end < n and (text[end] in _whitespace) == space:
                end += 1
            piece = text[at:end]
            if space or not self.break_on_hyphens:
                chunks.append(piece)
            else:
                chunks.extend(self._split_word(piece))
            at = end
        return chunks

    def _fix_sentence_endings(self, chunks):
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == ' ' and _ends_sentence(chunks[i]):
                chunks[i + 1] = '  '

    def _handle_long_word(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            end, chunk = space, chunks[-1]
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind('-', 0, space)
                if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        chunks.reverse()
        while chunks:
            line, length = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                del chunks[-1]
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or last and length <= width:
                lines.append(indent + ''.join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + ''.join(line))
                    break
                length -= len(line[-1])
                del line[-1]
            else:
                if lines:
                    before = lines[-1].rstrip()
                    if len(before) + len(self.placeholder) <= self.width:
                        lines[-1] = before + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def wrap(self, text):
        chunks = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def _is_letter(c):
    return c.isalpha() or c == '_'


def _ends_sentence(chunk):
    end = chunk
    if end and end[-1] in '"\'':
        end = end[:-1]
    return len(end) >= 2 and end[-1] in '.!?' and 'a' <= end[-2] <= 'z'


def wrap(text, width=70, **kwargs):
    """The lines of a text."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A text with line ends."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """A text cut so that it fits a width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """A text without the margin that all its lines have."""
    margin = None
    lines = text.split('\n')
    for i, line in enumerate(lines):
        body = line.lstrip(' \t')
        if not body:
            lines[i] = ''
            continue
        indent = line[:len(line) - len(body)]
        if margin is None:
            margin = indent
        elif indent.startswith(margin):
            pass
        elif margin.startswith(indent):
            margin = indent
        else:
            same = 0
            while same < min(len(margin), len(indent)) and margin[same] == indent[same]:
                same += 1
            margin = margin[:same]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    """A text with a prefix before its lines."""
    if predicate is None:
        predicate = str.strip
    return ''.join((prefix + line if predicate(line) else line) for line in text.splitlines(True))
