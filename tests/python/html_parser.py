# html.parser: tags, attributes, text, comments, pieces of pages.
from html.parser import HTMLParser
class P(HTMLParser):
    def handle_starttag(self, t, a): print('start', t, a, self.getpos())
    def handle_endtag(self, t): print('end', t)
    def handle_data(self, d): print('data', repr(d))
    def handle_comment(self, d): print('comment', d)
    def handle_decl(self, d): print('decl', d)
    def handle_pi(self, d): print('pi', d)
    def handle_entityref(self, n): print('ent', n)
    def handle_charref(self, n): print('char', n)
    def unknown_decl(self, d): print('unknown', d)
    def handle_startendtag(self, t, a): print('startend', t, a)
p = P(); p.feed('<!DOCTYPE html><html><head><title>T &amp; &#65;</title></head>\n<body class="a b" id=x disabled data-q=\'1\'>Hi<br/><img src="a.png" alt="a&lt;b"><!-- c --><p>x < y</p><script>if (a<b) "&amp;"</script><?pi x?><![CDATA[z]]></BODY></html>'); p.close()
p = P(convert_charrefs=False); p.feed('a &amp; b &#65; &nope &x; c'); p.close(); print(p.get_starttag_text())
p = P(); p.feed('<a hre'); p.feed('f="x">te'); p.feed('xt</a'); p.feed('>'); p.close(); print(p.get_starttag_text())
