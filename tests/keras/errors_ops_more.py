import keras
import numpy as np
from keras import ops

x = ops.ones((2, 3))
v = ops.ones((4,))
calls = [lambda: ops.glu(x), lambda: ops.rot90(v), lambda: ops.rot90(x, axes=(0, 0)), lambda: ops.meshgrid(v, indexing="zz"),
         lambda: ops.select([x > 0], [x, x]), lambda: ops.normalize(x, order=0), lambda: ops.max_pool(ops.ones((1, 4, 4, 1)), 2, padding="full"),
         lambda: ops.scan(lambda c, a: (c, a), 0.0)]
for call in calls:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).split('. Received')[0][:60])
