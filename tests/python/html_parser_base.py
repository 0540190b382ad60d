# The plain HTMLParser: its methods do nothing and may be called.
from html.parser import HTMLParser
parser = HTMLParser(convert_charrefs=False)
parser.feed('<!DOCTYPE x><p>a &amp; &#65; <br/><!-- c --><?pi?><![CDATA[x]]></p>')
parser.close()
print(parser.get_starttag_text(), parser.getpos(), repr(parser.rawdata))
print(parser.handle_starttag('a', []), parser.handle_endtag('a'), parser.handle_data('x'), parser.handle_comment('x'))
print(parser.handle_decl('x'), parser.handle_pi('x'), parser.handle_entityref('x'), parser.handle_charref('x'))
print(parser.handle_startendtag('a', []), parser.unknown_decl('x'))
parser.reset()
print(parser.getpos())
