import json
print(json.dumps({"a": [1, 2.5, None, True, False], "b": {"c": "é\n\"q\""}}))
print(json.dumps([1, "x", {"k": []}], indent=2))
print(json.dumps({"b": 1, "a": {"d": 2, "c": 3}}, sort_keys=True, indent=4))
print(json.dumps("héllo €", ensure_ascii=False), json.dumps("😀"), json.dumps([1, 2], separators=(",", ":")))
print(json.dumps({1: "a", 2.5: "b", None: "c", True: "d"}), json.dumps((1, 2)), json.dumps([]), json.dumps({}), json.dumps({"x": {}}, indent=1))
print(json.dumps(float("nan")), json.dumps([float("inf"), -float("inf")]), json.dumps(1e100), json.dumps(-0.0), json.dumps(1e-7))
class Point:
    def __init__(self, x): self.x = x
class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point): return {"x": o.x}
        return super().default(o)
print(json.dumps([Point(1)], cls=Encoder), json.dumps(Point(2), default=vars), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True))
with open("x.json", "w") as f: json.dump({"epochs": [0.5, 0.25]}, f)
print(open("x.json").read())
