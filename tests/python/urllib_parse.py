from urllib.parse import quote, quote_plus, unquote, unquote_plus, urlencode, urljoin, urlparse, urlsplit, parse_qs, parse_qsl, urlunparse, urldefrag
p = urlparse("https://user:pw@Host.com:80/a/b;c?q=1&r=2#frag")
print(p, p.hostname, p.port, p.username, p.geturl(), p[1], len(p), p.scheme)
print(quote("a b/é?&"), quote("a/b", safe=""), quote_plus("a b&c"), unquote("a%20b%C3%A9+"), unquote_plus("a+b%21"))
print(urlencode({"a": 1, "b": "x y"}), urlencode([("k", "é")]), urlencode({"a": [1, 2]}, doseq=True), parse_qs("a=1&b=2&a=3&c="), parse_qsl("a=1&b=", keep_blank_values=True))
for base, url in [("http://a/b/c/d", "../x"), ("http://a/b/c/", "d"), ("http://a/b", "//h/p"), ("http://a/b", "/z?q"), ("http://a/b?x", "#f"), ("", "x"), ("http://a/b", "http://c")]: print(urljoin(base, url))
print(urlsplit("//a/b?c"), urlunparse(("http", "a", "/b", "", "q=1", "")), urldefrag("http://a#b").url, urlparse("file.txt").path)
import urllib.request, urllib.error, os
open("f.txt", "w").write("local")
print(urllib.request.urlretrieve("file://" + os.path.abspath("f.txt"), "g.txt")[0], open("g.txt").read(), urllib.request.urlopen("file://" + os.path.abspath("f.txt")).read())
try: urllib.request.urlopen("nonsense")
except ValueError as error: print(error)
print(issubclass(urllib.error.URLError, OSError), urllib.error.URLError("no").reason, urllib.error.URLError("no"))
