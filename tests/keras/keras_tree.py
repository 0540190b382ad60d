import keras
from keras import tree
s={'b':[1,(2,3)],'a':4}
print(tree.flatten(s), tree.flatten_with_path(s), tree.is_nested(s), tree.map_structure(lambda x:x*2,s), tree.pack_sequence_as(s,[9,8,7,6]))
print(tree.map_structure(lambda a,b:a+b,s,s), tree.lists_to_tuples(s), tree.traverse(lambda x: x*10 if isinstance(x,int) else None, s))
print(tree.map_structure_up_to({'a':0,'b':[0,0]}, lambda x: str(x), s)); print(tree.assert_same_structure(s,s), tree.assert_same_paths(s,s))
for f in (lambda: tree.map_structure(1,s), lambda: tree.map_structure(lambda a:a), lambda: tree.pack_sequence_as(s,[1]), lambda: tree.pack_sequence_as(s,[1]*9)):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:60])
try: tree.assert_same_structure(s,[1])
except Exception as e: print(type(e).__name__)
try: tree.assert_same_paths(s,[1])
except Exception as e: print(type(e).__name__)
print(tree.flatten(3), tree.map_structure(lambda x: x, None), tree.traverse(lambda x: tree.MAP_TO_NONE if x == 4 else None, s))
