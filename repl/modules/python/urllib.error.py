"""urllib.error: what goes wrong with addresses."""


class URLError(OSError):
    """An address that cannot be opened."""

    __module__ = 'urllib.error'

    def __init__(self, reason, filename=None):
        super().__init__(reason)
        self.reason = reason

    def __str__(self):
        return '<urlopen error %s>' % self.reason


class HTTPError(URLError):
    """A server's refusal."""

    __module__ = 'urllib.error'

    def __init__(self, url, code, msg, hdrs, fp):
        super().__init__(msg)
        self.url = url
        self.code = code
        self.msg = msg
        self.hdrs = hdrs
        self.fp = fp

    def __str__(self):
        return 'HTTP Error %s: %s' % (self.code, self.msg)


class ContentTooShortError(URLError):
    """A download that ended too early."""

    __module__ = 'urllib.error'

    def __init__(self, message, content):
        super().__init__(message)
        self.content = content
