# configparser: reading, getting, setting, writing, errors.
import configparser, io
c = configparser.ConfigParser()
c.read_string("""
[DEFAULT]
base = /x
debug : no
[a]
path = %(base)s/y
n = 3
f=2.5
multi = one
  two
  three
; comment
# c2
on = yes
[b c]
empty =
""")
print(c.sections(), c['a']['path'], c.getint('a','n'), c.getfloat('a','f'), c.getboolean('a','on'), c['a'].getboolean('debug'))
print(repr(c['a']['multi']), repr(c['b c']['empty']), 'zz' in c['a'], c.has_option('a','BASE'), c.has_section('q'))
print(c.get('a','zz',fallback='fb'), c['a'].get('zz','d'), c['a'].get('zz'), c.items('a'), list(c['a']), dict(c['b c']))
for f in (lambda: c.get('zz','a'), lambda: c.get('a','qq'), lambda: c['zz'], lambda: c['a']['qq'], lambda: c.add_section('a'), lambda: c.set('a','x',3), lambda: c.getint('a','path'), lambda: c.getboolean('a','path')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
c['new'] = {'k': 'v', 'K2': '100%%'}
c.set('a','n','4'); c.remove_option('a','f'); c.remove_section('b c')
o = io.StringIO(); c.write(o); print(o.getvalue())
for bad in ('x=1', '[a]\nx', '[a]\nx=1\nx=2', '[a]\n[a]', '[a]\nx=%(nope)s'):
    d = configparser.ConfigParser()
    try: d.read_string(bad); print(d['a']['x'])
    except configparser.Error as e: print(type(e).__name__, e)
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True)
e.read_string('[p]\nd=/r\nflag\n[q]\nz=${p:d}/z\ny=${z}!\n'); print(e['q']['y'], e['p']['flag'])
r = configparser.RawConfigParser(); r.read_dict({'s': {'a': 1, 'b': '%(x)s'}}); print(r['s']['b'], r.items('s'), len(r), list(r), r)if 0 else print(r['s']['b'], r.items('s'), len(r), list(r))
c.optionxform = str; c['s'] = {'Key': 'V'}; print(list(c['s']))
print(repr(c['a']), c.defaults(), c.read('/nonexistent'), c.popitem()[0])
i = configparser.ConfigParser(inline_comment_prefixes='#', delimiters='='); i.read_string('[a]\nx = 1 # c\ny:z = 2'); print(dict(i['a']))
