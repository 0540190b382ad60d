"""urllib.parse: addresses taken apart and put together."""

_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~'
_SCHEME = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'
uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero',
                 'rtsp', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = list(uses_relative) + ['telnet', 'snews', 'rsync', 'nfs', 'git', 'git+ssh']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu', 'sip', 'sips', 'mms',
               'sftp', 'tel']


def quote(string, safe='/', encoding=None, errors=None):
    """A text with special characters as %XX."""
    if isinstance(string, str):
        data = string.encode(encoding or 'utf-8', errors or 'strict')
    elif isinstance(string, bytes):
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        data = string
    else:
        raise TypeError('quote_from_bytes() expected bytes')
    if isinstance(safe, bytes):
        safe = safe.decode('ascii')
    keep = _SAFE + safe
    return ''.join([chr(byte) if byte < 128 and chr(byte) in keep else '%%%02X' % byte for byte in data])


def quote_plus(string, safe='', encoding=None, errors=None):
    """The same with + for spaces."""
    if isinstance(string, bytes):
        string = string.decode('latin-1') if not string.isascii() else string.decode('ascii')
    if ' ' not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + ' ', encoding, errors).replace(' ', '+')


def quote_from_bytes(bs, safe='/'):
    return quote(bs, safe)


def unquote_to_bytes(string):
    """%XX as bytes."""
    data = string.encode('utf-8') if isinstance(string, str) else string
    parts = data.split(b'%')
    out = [parts[0]]
    for part in parts[1:]:
        digits = part[:2].decode('latin-1')
        if len(digits) == 2 and all([c in '0123456789abcdefABCDEF' for c in digits]):
            out.append(bytes([int(digits, 16)]) + part[2:])
        else:
            out.append(b'%' + part)
    return b''.join(out)


def unquote(string, encoding='utf-8', errors='replace'):
    """%XX as characters."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if '%' not in string:
        return string
    return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


class _Parts:
    """The parts of an address: a tuple whose items have names."""

    _fields = ()

    def __init__(self, *items, **named):
        for name, item in zip(self._fields, items):
            setattr(self, name, item)
        for name, item in named.items():
            setattr(self, name, item)

    def _items(self):
        return tuple([getattr(self, name) for name in self._fields])

    def __iter__(self):
        return iter(self._items())

    def __len__(self):
        return len(self._fields)

    def __getitem__(self, index):
        return self._items()[index]

    def __eq__(self, other):
        return self._items() == tuple(other)

    def __hash__(self):
        return hash(self._items())

    def __repr__(self):
        return '%s(%s)' % (type(self).__name__, ', '.join(['%s=%r' % (name, getattr(self, name))
                                                          for name in self._fields]))

    def _asdict(self):
        return {name: getattr(self, name) for name in self._fields}

    def _replace(self, **named):
        parts = self._asdict()
        for name in named:
            if name not in parts:
                raise ValueError('Got unexpected field names: %r' % [name])
        parts.update(named)
        return type(self)(**parts)


class _Address(_Parts):
    def _user(self):
        before, at, after = self.netloc.rpartition('@')
        if not at:
            return None, None
        name, colon, word = before.partition(':')
        return name, word if colon else None

    def _place(self):
        host = self.netloc.rpartition('@')[2]
        if host.startswith('['):
            name, _, rest = host[1:].partition(']')
            port = rest.partition(':')[2]
        else:
            name, _, port = host.partition(':')
        return name, port

    @property
    def username(self):
        return self._user()[0]

    @property
    def password(self):
        return self._user()[1]

    @property
    def hostname(self):
        name = self._place()[0]
        return name.lower() if name else None

    @property
    def port(self):
        port = self._place()[1]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError('Port could not be cast to integer value as %r' % port)
        number = int(port)
        if number > 65535:
            raise ValueError('Port out of range 0-65535')
        return number


class ParseResult(_Address):
    """What urlparse gives."""

    __module__ = 'urllib.parse'
    _fields = ('scheme', 'netloc', 'path', 'params', 'query', 'fragment')

    def geturl(self):
        return urlunparse(self)


class SplitResult(_Address):
    """What urlsplit gives."""

    __module__ = 'urllib.parse'
    _fields = ('scheme', 'netloc', 'path', 'query', 'fragment')

    def geturl(self):
        return urlunsplit(self)


class DefragResult(_Parts):
    """What urldefrag gives."""

    __module__ = 'urllib.parse'
    _fields = ('url', 'fragment')

    def geturl(self):
        return self.url + ('#' + self.fragment if self.fragment else '')


def urlsplit(url, scheme='', allow_fragments=True):
    """An address as scheme, place, path, query and fragment."""
    url = url.lstrip(' \t\n\r')
    for c in '\t\r\n':
        url = url.replace(c, '')
    netloc = query = fragment = ''
    at = url.find(':')
    if at > 0 and url[0].isascii() and url[0].isalpha() and all([c in _SCHEME for c in url[:at]]):
        scheme, url = url[:at].lower(), url[at + 1:]
    if url[:2] == '//':
        end = min([place for place in (url.find('/', 2), url.find('?', 2), url.find('#', 2), len(url)) if place >= 0])
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    """An address as scheme, place, path, parameters, query and fragment."""
    parts = urlsplit(url, scheme, allow_fragments)
    path, params = parts.path, ''
    if parts.scheme in uses_params and ';' in path:
        slash = path.rfind('/')
        at = path.find(';', slash if slash >= 0 else 0)
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return ParseResult(parts.scheme, parts.netloc, path, params, parts.query, parts.fragment)


def urlunsplit(components):
    """An address from its parts."""
    scheme, netloc, url, query, fragment = components
    if netloc or scheme and scheme in uses_netloc and url[:2] != '//':
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + (netloc or '') + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url += '?' + query
    if fragment:
        url += '#' + fragment
    return url


def urlunparse(components):
    """An address from its parts."""
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = '%s;%s' % (url, params)
    return urlunsplit((scheme, netloc, url, query, fragment))


def urldefrag(url):
    """An address without its fragment, and the fragment."""
    if '#' not in url:
        return DefragResult(url, '')
    parts = urlparse(url)
    return DefragResult(urlunparse((parts.scheme, parts.netloc, parts.path, parts.params, parts.query, '')),
                        parts.fragment)


def urljoin(base, url, allow_fragments=True):
    """An address that stands in a page."""
    if not base:
        return url
    if not url:
        return base
    b = urlparse(base, '', allow_fragments)
    u = urlparse(url, b.scheme, allow_fragments)
    if u.scheme != b.scheme or u.scheme not in uses_relative:
        return url
    netloc = u.netloc
    if u.scheme in uses_netloc:
        if netloc:
            return urlunparse(u)
        netloc = b.netloc
    path, params, query = u.path, u.params, u.query
    if not path and not params:
        return urlunparse((u.scheme, netloc, b.path, b.params, query or b.query, u.fragment))
    base_parts = b.path.split('/')
    if base_parts[-1] != '':
        del base_parts[-1]
    if path[:1] == '/':
        segments = path.split('/')
    else:
        segments = base_parts + path.split('/')
        segments[1:-1] = [part for part in segments[1:-1] if part]
    resolved = []
    for part in segments:
        if part == '..':
            if resolved:
                resolved.pop()
        elif part != '.':
            resolved.append(part)
    if segments[-1] in ('.', '..'):
        resolved.append('')
    return urlunparse((u.scheme, netloc, '/'.join(resolved) or '/', params, query, u.fragment))


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """Names and values as a query."""
    if hasattr(query, 'items'):
        query = query.items()
    elif not isinstance(query, (list, tuple)) or query and not isinstance(query[0], (list, tuple)):
        raise TypeError('not a valid non-string sequence or mapping object')

    def spelled(value):
        return quote_via(value if isinstance(value, (str, bytes)) else str(value), safe)

    out = []
    for name, value in query:
        if doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__iter__'):
            for item in value:
                out.append(spelled(name) + '=' + spelled(item))
        else:
            out.append(spelled(name) + '=' + spelled(value))
    return '&'.join(out)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&'):
    """A query as pairs."""
    out = []
    for part in qs.split(separator):
        if not part and not strict_parsing:
            continue
        name, equals, value = part.partition('=')
        if not equals:
            if strict_parsing:
                raise ValueError('bad query field: %r' % (part,))
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            out.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return out


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
             max_num_fields=None, separator='&'):
    """A query as a dict of lists."""
    out = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        out.setdefault(name, []).append(value)
    return out
