# Named characters, numbers that name none, and pages that are no good HTML.
import html
import html.entities as entities
from html.parser import HTMLParser

print(len(entities.html5), len(entities.name2codepoint), entities.codepoint2name[233], ascii(entities.entitydefs['lang']),
      ascii(entities.html5['acE;']), entities.html5['amp'])
for text in ('&amp;&lt;&notit;&not;in &notin; &#128;&#x80;&#1;&#0;&#xd800;&#x110000;&#xfdd0;&eacute &fjlig; &zzz; & &; &#;',
             '&Eacute;&Aacute&nbsp;x', '&CounterClockwiseContourIntegral;&acE;&ampx;'):
    print(ascii(html.unescape(text)))


class Told(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('start', tag, attrs, self.getpos(), repr(self.get_starttag_text()))

    def handle_endtag(self, tag):
        print('end', tag)

    def handle_startendtag(self, tag, attrs):
        print('both', tag, attrs)

    def handle_data(self, data):
        print('data', repr(data))

    def handle_comment(self, data):
        print('comment', repr(data))

    def handle_decl(self, decl):
        print('declaration', repr(decl))

    def handle_entityref(self, name):
        print('entity', name)

    def handle_charref(self, name):
        print('number', name)


for text in ("<a b='>'>x</a>", "<a foo='>'", '<a / /foo/ / /=/ / /bar/ / /><a / /foo/ / >', 'a&b', '<style>x',
             "<script>a < b && '</div>' </script>x", "<a b=c d='e' f = \"g\"h>t</a >", '<p\nclass=x><br/>', '<a$><',
             "</ a></p x='>'></>", '<div/><!--x', '<a b=&amp;c d="&eacute;">', "<a b='x", '< b>&#60;&lt;'):
    for charrefs in (True, False):
        parser = Told(convert_charrefs=charrefs)
        for at in range(0, len(text), 5):
            parser.feed(text[at:at + 5])
        parser.close()
        print('--')
