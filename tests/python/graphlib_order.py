# graphlib: an order of what depends on something; circles.
import graphlib
t = graphlib.TopologicalSorter({'D': {'B','C'}, 'B': {'A'}, 'C': {'A'}}); o = list(t.static_order()); print(o[0], o[-1], sorted(o))
try: list(graphlib.TopologicalSorter({1:[2],2:[3],3:[1]}).static_order())
except graphlib.CycleError as e: print(e.args[0], len(e.args[1]), e.args[1][0] == e.args[1][-1])
t = graphlib.TopologicalSorter(); t.add(1,2); t.prepare()
print(t.get_ready(), t.is_active()); 
for bad in (lambda: t.add(3), lambda: t.done(9), lambda: t.done(1)):
    try: bad()
    except ValueError as e: print(e)
t.done(2); print(t.get_ready())
