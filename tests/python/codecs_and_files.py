# codecs, filecmp, fileinput: text and files.
import codecs, io, os, tempfile, filecmp, fileinput
print(codecs.encode('é', 'utf-8'), codecs.decode(b'\xe9', 'latin-1'), codecs.encode('Hello', 'rot13'), codecs.decode('Uryyb', 'rot_13'), codecs.encode(b'ab', 'hex'), codecs.decode('6162', 'hex'), codecs.encode(b'abc', 'base64'), codecs.BOM_UTF8)
print(codecs.lookup('utf8').name, codecs.lookup('latin1').name, codecs.lookup('ASCII').name, codecs.getencoder('utf-8')('é'), codecs.getdecoder('ascii')(b'a'))
d = codecs.getincrementaldecoder('utf-8')(); print(repr(d.decode(b'\xe2\x82')), repr(d.decode(b'\xac!')), list(codecs.iterdecode([b'\xc3', b'\xa9x'], 'utf-8')), list(codecs.iterencode(['a', 'é'], 'utf-8')))
with tempfile.TemporaryDirectory() as t:
    os.chdir(t)
    with codecs.open('f.txt', 'w', 'utf-8') as f: f.write('é1\nline2\n')
    with codecs.open('f.txt', encoding='utf-8') as f: print(f.read())
    print(list(codecs.open('f.txt', 'r', 'utf-8')), codecs.open('f.txt', 'r', 'utf-8').readlines())
    w = codecs.getwriter('utf-8')(io.BytesIO()); w.write('ü'); print(w.stream.getvalue(), codecs.getreader('utf-8')(io.BytesIO(b'\xc3\xbc')).read())
    open('g.txt', 'w').write('x\ny\n'); os.mkdir('d1'); os.mkdir('d2'); open('d1/a', 'w').write('1'); open('d2/a', 'w').write('1'); open('d1/b', 'w').write('12'); open('d2/b', 'w').write('xx2'); open('d1/c', 'w').write(''); os.mkdir('d1/s'); os.mkdir('d2/s')
    print(filecmp.cmp('f.txt', 'g.txt'), filecmp.cmp('d1/a', 'd2/a', shallow=False), filecmp.cmpfiles('d1', 'd2', ['a', 'b', 'zz']))
    c = filecmp.dircmp('d1', 'd2'); print(c.left_only, c.right_only, c.common, c.same_files, c.diff_files, c.common_dirs, list(c.subdirs)); c.report()
    for line in fileinput.input(['f.txt', 'g.txt'], encoding='utf-8'): print(fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), line.strip())
    fileinput.close()
    with fileinput.input('g.txt', inplace=True) as f:
        for line in f: print(line.strip() * 2)
    print(open('g.txt').read())
for f in (lambda: codecs.lookup('nope'), lambda: codecs.encode('é', 'ascii'), lambda: codecs.lookup_error('zz'), lambda: fileinput.lineno()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(codecs.encode('é', 'ascii', 'replace'), codecs.encode('é', 'ascii', 'backslashreplace'), codecs.encode('é', 'ascii', 'xmlcharrefreplace'), codecs.decode(b'\xff', 'utf8', 'ignore'))
