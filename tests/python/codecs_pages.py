# Code pages of one byte a character and the encodings of East Asia.
import codecs

text = 'aé日本中文한ł~\\'
for name in ('shift_jis', 'gb2312', 'gbk', 'gb18030', 'big5', 'cp950', 'euc_jp', 'iso2022_jp', 'euc_kr', 'cp949', 'johab',
             'cp037', 'cp500', 'cp852', 'iso8859_3', 'koi8_u', 'cp1256', 'mac_latin2', 'Windows-1252', 'latin2'):
    made = text.encode(name, 'replace')
    print(codecs.lookup(name).name, made, made.decode(name))
    try:
        text.encode(name)
    except UnicodeEncodeError as error:
        print(error, error.start, error.end)
for name, data in [('shift_jis', b'a\x81'), ('shift_jis', b'a\x81 b'), ('gbk', b'\x80a'), ('gb18030', b'\x810\x81'),
                   ('iso2022_jp', b'\x1b$B$'), ('iso2022_jp', b'\x1b$B$"\x1b(B!'), ('cp1256', b'\x81\xff'),
                   ('iso8859_3', b'x\xa5'), ('euc_kr', b'\xb0\xa1\xff')]:
    try:
        print(data.decode(name))
    except UnicodeDecodeError as error:
        print(error, error.start, error.end)
    print([data.decode(name, errors) for errors in ('replace', 'ignore', 'backslashreplace')])
print('日é'.encode('shift_jis', 'xmlcharrefreplace'), 'Привет'.encode('cp855'), b'\x81\x82'.decode('cp037'))
for name in ('UTF 8', 'u8', 'L1', 'sjis', 'ms949', 'ISO-8859-1', 'cp65001', 'iso_ir_6', 'utf_16_le'):
    print(name, codecs.lookup(name).name)
