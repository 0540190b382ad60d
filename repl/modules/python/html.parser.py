"""html.parser: calls a method for every tag, text and comment of a page."""
import re as _re
from html import unescape

_name = _re.compile(r'[a-zA-Z][^\t\n\r\f />\x00]*')
# A name, and perhaps "=" and a value with or without quotes.
_attribute = _re.compile(r"""([^\s/>][^\s/=>]*)(?:\s*=+\s*(?P<value>"[^"]*"|'[^']*'|(?!['"])[^>\s]*))?""")
_end_tag = _re.compile(r'</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>')
_between = _re.compile(r'(?:\s|/(?!>))*')
_reference = _re.compile(r'&(?:\#(?P<number>[0-9]+|[xX][0-9a-fA-F]+)|(?P<name>[a-zA-Z][-.a-zA-Z0-9]*));?')


class HTMLParser:
    """Reads HTML; derive from it and define handle_starttag, handle_endtag, handle_data, ..."""
    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ''
        self.lasttag = '???'
        self.cdata_elem = None
        self.lineno, self.offset = 1, 0
        self.__starttag_text = None

    def feed(self, data):
        """More of the page."""
        self.rawdata += data
        self._go_ahead(False)

    def close(self):
        """The page ended."""
        self._go_ahead(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self.__starttag_text

    # What is found: to be defined by classes derived from this one.
    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_data(self, data):
        pass

    def handle_entityref(self, name):
        pass

    def handle_charref(self, name):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass

    def _advance(self, text):
        lines = text.count('\n')
        if lines:
            self.lineno += lines
            self.offset = len(text) - text.rindex('\n') - 1
        else:
            self.offset += len(text)

    def _data(self, text, end):
        """Text between tags; references in it as they are wanted."""
        if not text:
            return
        if self.convert_charrefs or self.cdata_elem:
            self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)
            return
        at = 0
        while at < len(text):
            here = text.find('&', at)
            if here < 0:
                self.handle_data(text[at:])
                return
            if here > at:
                self.handle_data(text[at:here])
            found = _reference.match(text, here)
            if end and found and found.end() == len(text) == here + 2:
                # One letter at the end of all is no name.
                self.handle_data(text[here + 1:])
                return
            at = found.end() if found else here + 1
            if found is None:
                self.handle_data('&')
            elif found['number']:
                self.handle_charref(found['number'])
            else:
                self.handle_entityref(found['name'])

    def _go_ahead(self, end):
        raw = self.rawdata
        at = 0
        while at < len(raw):
            if self.cdata_elem:
                found = _re.compile(r'</\s*%s\s*>' % self.cdata_elem, _re.I).search(raw, at)
                if found is None:
                    # It waits for its end tag; without one it is nothing.
                    break
                stop = found.start()
            else:
                stop = raw.find('<', at)
                if stop < 0:
                    stop = len(raw)
                    if not end:
                        # A reference may go on in what comes.
                        amp = raw.rfind('&', max(at, len(raw) - 34))
                        if amp >= 0 and not _re.compile(r'[\s;]').search(raw, amp):
                            if self.convert_charrefs:
                                break
                            stop = amp
            if stop > at:
                self._data(raw[at:stop], end)
                self._advance(raw[at:stop])
                at = stop
            if at >= len(raw) or raw[at] != '<':
                if not end:
                    break
                if at < len(raw):
                    self._data(raw[at:], end)
                    at = len(raw)
                break
            next_at = self._markup(raw, at, end)
            if next_at < 0:
                if not end:
                    break
                # What is no tag after all: up to where the next may begin.
                next_at = raw.find('>', at + 1) + 1 or raw.find('<', at + 1)
                if next_at < 0:
                    next_at = at + 1
                self._data(raw[at:next_at], end)
            self._advance(raw[at:next_at])
            at = next_at
        self.rawdata = raw[at:]

    def _markup(self, raw, at, end):
        """One tag, comment or declaration; where it ends, or -1 where it is not whole."""
        if raw[at:] in ('<', '<!', '<!-', '</'):
            return -1
        if raw.startswith('<!--', at):
            stop = raw.find('-->', at + 4)
            if stop < 0:
                return -1
            self.handle_comment(raw[at + 4:stop])
            return stop + 3
        if raw.startswith('<![', at):
            stop = raw.find(']]>' if raw.startswith('<![CDATA[', at) else ']>', at + 3)
            if stop < 0:
                return -1
            self.unknown_decl(raw[at + 3:stop])
            return stop + (3 if raw.startswith('<![CDATA[', at) else 2)
        stop = raw.find('>', at + 1)
        if raw.startswith('<!', at):
            if stop < 0:
                return -1
            if raw[at + 2:at + 9].lower() == 'doctype':
                self.handle_decl(raw[at + 2:stop])
            else:
                self.handle_comment(raw[at + 2:stop])
            return stop + 1
        if raw.startswith('<?', at):
            if stop < 0:
                return -1
            self.handle_pi(raw[at + 2:stop])
            return stop + 1
        if raw.startswith('</', at):
            if stop < 0:
                return -1
            whole = _end_tag.match(raw, at)
            if whole:
                self.handle_endtag(whole[1].lower())
                self.cdata_elem = None
                return whole.end()
            found = _name.match(raw, at + 2)
            if found is None:
                if raw[at + 2:stop + 1] != '>':
                    self.handle_comment(raw[at + 2:stop])
                return stop + 1
            stop = raw.find('>', _between.match(raw, found.end()).end())
            self.handle_endtag(found.group().lower())
            return stop + 1
        found = _name.match(raw, at + 1)
        if found is None:
            self._data('<', end)
            return at + 1
        return self._start_tag(raw, at, found)

    def _start_tag(self, raw, at, found):
        tag = found.group().lower()
        here = _between.match(raw, found.end()).end()
        attributes = []
        while here < len(raw) and raw[here] not in '/>' and (raw[here - 1] in '\'"/' or raw[here - 1].isspace()):
            match = _attribute.match(raw, here)
            value = match['value']
            if value and value[0] in '"\'':
                value = value[1:-1]
            attributes.append((match[1].lower(), unescape(value) if value else value))
            here = _between.match(raw, match.end()).end()
        # A value whose quotes do not end may go on in what comes; other junk is no tag.
        if here >= len(raw) or raw[here].isalpha() and raw[here].isascii() or raw[here] == '=':
            return -1
        closed = raw.startswith('/>', here)
        stop = here + (2 if closed else 1)
        self.__starttag_text = raw[at:stop]
        self.lasttag = tag
        if not closed and raw[here] != '>':
            self.handle_data(raw[at:here])
            return here
        if closed:
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.cdata_elem = tag
        return stop
