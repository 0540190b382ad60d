"""urllib.request: what lies on this machine can be opened; nothing is fetched from elsewhere."""
import os
import io
from urllib.error import URLError
from urllib.parse import unquote, quote, urlsplit


class Request:
    """An address, and what is to be sent along."""

    __module__ = 'urllib.request'

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {name.capitalize(): value for name, value in headers.items()}
        self.method = method
        parts = urlsplit(url)
        self.type, self.host = parts.scheme, parts.netloc
        self.selector = url[len(parts.scheme) + len(parts.netloc) + 3:].split('#')[0] or '/'
        self.fragment = parts.fragment or None

    def has_header(self, header_name):
        """Whether a header is set (named as add_header writes it: 'User-agent')."""
        return header_name in self.headers

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, default)

    def header_items(self):
        return list(self.headers.items())

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def get_method(self):
        return self.method or ('GET' if self.data is None else 'POST')


def url2pathname(pathname):
    """The path of a file: address."""
    return unquote(pathname)


def pathname2url(pathname):
    """A path as it stands in an address."""
    return quote(pathname)


def _local(url):
    """The path of an address that lies on this machine."""
    if isinstance(url, Request):
        url = url.full_url
    url = os.fspath(url)
    parts = urlsplit(url)
    if parts.scheme == 'file' and parts.netloc in ('', 'localhost'):
        path = url2pathname(parts.path)
        if not os.path.exists(path):
            raise URLError("[Errno 2] No such file or directory: '%s'" % path)
        return path
    if not parts.scheme:
        raise ValueError('unknown url type: %r' % url)
    raise URLError('nnsh does not download: fetch %s yourself and open the file' % url)


class _Response(io.BytesIO):
    """A file as urlopen gives it."""

    def __init__(self, data, url):
        super().__init__(data)
        self.url = url
        self.status = self.code = None
        self.headers = {'Content-length': str(len(data))}

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getcode(self):
        return self.code


def urlopen(url, data=None, timeout=None, **options):
    """Opens an address that lies on this machine."""
    path = _local(url)
    with open(path, 'rb') as file:
        return _Response(file.read(), url if isinstance(url, str) else path)


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copies a file of this machine."""
    path = _local(url)
    with open(path, 'rb') as file:
        content = file.read()
    if filename is None:
        return path, {'Content-length': str(len(content))}
    with open(filename, 'wb') as file:
        file.write(content)
    if reporthook is not None:
        reporthook(0, 8192, len(content))
        reporthook(-(-len(content) // 8192), 8192, len(content))
    return os.fspath(filename), {'Content-length': str(len(content))}


def urlcleanup():
    """Nothing is kept that could be cleaned up."""


def build_opener(*handlers):
    """Accepted; what it would open is refused."""
    opener = _Opener()
    opener.handlers = handlers
    return opener


class _Opener:
    def __init__(self):
        self.addheaders = []

    def open(self, url, data=None, timeout=None):
        return urlopen(url)


def install_opener(opener):
    """Accepted; nothing is fetched."""
