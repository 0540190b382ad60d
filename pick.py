import re
keys=[l.split(' | K:')[0] for l in open('/tmp/msg/kd2.txt') if ' | K:' in l]
T=open('/tmp/msg/ka').read()
for k in keys:
    p=T.find('\n'+k+' ')
    q=T.find('\n',p+1)
    print(T[p+1:q+0][:260] if p>=0 else 'MISSING '+k)
