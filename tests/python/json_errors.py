import json
import numpy as np
for text in ["", "{", "[1,]", "{'a': 1}", '{"a" 1}', '{"a": 1,}', "[1 2]", '"abc', '"a\nb"', '"\\x"', "nul", "1 2", "[1,\n2,\nx]", '{"a":\n}']:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(error, error.lineno, error.colno, error.pos)
for value in [object(), {1, 2}, np.arange(3), np.float32(1), {(1,): 2}, b"x", range(2)]:
    try: print(json.dumps(value))
    except TypeError as error: print(error)
for call in [lambda: json.loads(5), lambda: json.dumps(float("nan"), allow_nan=False)]:
    try: call()
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
loop = []; loop.append(loop)
try: json.dumps(loop)
except ValueError as error: print(error)
