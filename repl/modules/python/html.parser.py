"""html.parser: calls a method for every tag, text and comment of a page."""
import re as _re
from html import unescape

_name = _re.compile(r'[a-zA-Z][^\t\n\r\f />\x00]*')
# A name, and perhaps "=" and a value with or without quotes.
_attribute = _re.compile(r"""(?P<name>[^\s/>=][^\s/>=]*)(?:\s*=+\s*(?P<value>"[^"]*"|'[^']*'|[^\s>"'][^\s>]*|))?\s*""")
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
                found = _re.compile(r'</%s(?=[\t\n\r\f />])' % self.cdata_elem, _re.I).search(raw, at)
                if found is None:
                    # What may begin the end tag waits for the rest.
                    last = raw.rfind('<', at)
                    begun = last >= 0 and not end and ('</' + self.cdata_elem).startswith(raw[last:].lower())
                    stop = last if begun else len(raw)
                    if stop > at:
                        self._data(raw[at:stop], end)
                        self._advance(raw[at:stop])
                        at = stop
                    break
                stop = found.start()
            else:
                stop = raw.find('<', at)
                if stop < 0:
                    stop = len(raw)
                    if not end:
                        # A reference may go on in what comes.
                        amp = raw.rfind('&', max(at, len(raw) - 34))
                        if amp >= 0 and not _re.compile(r'[\t\n\r\f ;]').search(raw, amp):
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
                self._data(raw[at:], end)
                self._advance(raw[at:])
                at = len(raw)
                break
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
            found = _name.match(raw, at + 2)
            if found is None:
                if raw[at + 2:stop + 1] != '>':
                    self.handle_comment(raw[at + 2:stop])
                return stop + 1
            tag = found.group().lower()
            self.handle_endtag(tag)
            self.cdata_elem = None
            return stop + 1
        found = _name.match(raw, at + 1)
        if found is None:
            self._data('<', end)
            return at + 1
        return self._start_tag(raw, at, found)

    def _start_tag(self, raw, at, found):
        tag = found.group().lower()
        here = found.end()
        while here < len(raw) and (raw[here].isspace() or (raw[here] == '/' and raw[here + 1:here + 2] != '>')):
            here += 1
        attributes = []
        while here < len(raw) and raw[here] != '>' and not raw.startswith('/>', here):
            match = _attribute.match(raw, here)
            if match is None or match.end() == here:
                here += 1
                continue
            name, value = match['name'], match['value']
            if value and value[:1] in ('"', "'") and value[:1] == value[-1:] and len(value) > 1:
                value = value[1:-1]
            attributes.append((name.lower(), unescape(value) if value else value))
            here = match.end()
        if here >= len(raw):
            return -1
        closed = raw.startswith('/>', here)
        stop = here + (2 if closed else 1)
        self.__starttag_text = raw[at:stop]
        self.lasttag = tag
        if closed:
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.cdata_elem = tag
        return stop
