# urllib.parse: results put together again, user and password, bytes.
from urllib.parse import quote_from_bytes, urldefrag, urlparse, urlsplit, urlunsplit

parts = urlsplit("https://ada:secret@example.org:8080/a/b?x=1&y=2#top")
print(parts.geturl(), parts.username, parts.password, parts.port, parts.hostname)
print(parts._replace(query="", fragment="").geturl(), urlunsplit(parts) == parts.geturl())
plain, fragment = urldefrag("http://x.org/p#part")
print(plain, fragment, urldefrag("http://x.org/p#part").geturl(), urldefrag("http://x.org").geturl())
print(quote_from_bytes(b"a b/\xff"), quote_from_bytes(b"a b/", safe=""))
print(urlparse("http://h/p;v?q#f").geturl(), urlparse("//only.host").password)
