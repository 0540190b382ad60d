# getopt: options of a command line.
import getopt
print(getopt.getopt(['-a','-b','v','--long=3','--fl','x'], 'ab:', ['long=','flag']), getopt.gnu_getopt(['x','-a','y','--','-b'],'ab'))
for a in (['-z'],['-b'],['--lo'],['--flag=2'],['--nope']):
    try: print(getopt.getopt(a, 'ab:', ['long=','flag']))
    except getopt.GetoptError as e: print(e, e.opt)
