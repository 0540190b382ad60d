# Layers of io: text over bytes, buffers over raw streams, and what is an instance of what.
import io, csv, sys
b=io.BytesIO('a,b\r\n1,é\n'.encode())
t=io.TextIOWrapper(b, encoding='utf-8', newline='')
print(list(csv.reader(t)))
w=io.TextIOWrapper(io.BytesIO(), encoding='utf-8', newline='\r\n'); w.write('x\ny\n'); w.flush(); print(w.buffer.getvalue())
bts=io.BytesIO(); buf=io.BufferedWriter(bts, 8); buf.write(b'foobar'); print(bts.getvalue()); buf.write(b'foobar'); buf.flush(); print(bts.getvalue())
class R(io.RawIOBase):
    def __init__(self,d): self.d=d
    def readable(self): return True
    def readinto(self,b):
        n=min(len(b),len(self.d),3); b[:n]=self.d[:n]; self.d=self.d[n:]; return n
r=io.BufferedReader(R(b'hello\nworld\n')); print(r.peek(1)[:1], r.readline(), r.read(3), r.read())
print(list(io.TextIOWrapper(io.BufferedReader(R(b'l1\nl2\n')))))
with open('layers.txt','w') as f: print(isinstance(f, io.TextIOWrapper), isinstance(f, io.TextIOBase), isinstance(f, io.IOBase), isinstance(f,io.BufferedIOBase))
with open('layers.txt','rb') as f: print(isinstance(f, io.BufferedReader), isinstance(f, io.BufferedIOBase), isinstance(f,io.TextIOBase))
print(isinstance(io.StringIO(), io.TextIOBase), isinstance(io.BytesIO(), io.BufferedIOBase), isinstance(sys.stdout, io.TextIOBase), isinstance(sys.stdout, io.TextIOWrapper), issubclass(io.StringIO, io.TextIOBase), isinstance(io.BytesIO(), io.IOBase))
w.close(); print(w.closed, w.buffer.closed)
for f in (lambda: w.write('x'), lambda: io.TextIOWrapper(io.BytesIO(),newline='q'), lambda: io.TextIOWrapper(io.BytesIO(b'\xff'),'ascii').read(), lambda: io.TextIOWrapper(io.BytesIO(),'nope'), lambda: t.write(5), lambda: io.BufferedWriter(io.BytesIO()).read(), lambda: buf.write('s')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
