import json
data = json.loads('{"a": [1, 2.0, -3e2, null, true], "s": "\\u00e9\\n\\ud83d\\ude00", "o": {}}')
print(data, type(data["a"][1]), json.loads("[]"), json.loads(' "x" '), json.loads("[NaN, Infinity, -Infinity]"))
print(json.loads('{"x": {"y": 1}}', object_hook=lambda d: list(d.items())), json.loads("[1.5, 2]", parse_float=str, parse_int=float))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=lambda pairs: pairs), json.loads(b'{"k": "v"}'), json.loads("[NaN]", parse_constant=repr))
with open("c.json", "w") as f: f.write('{"lr": 0.01, "layers": [784, 100, 10]}')
with open("c.json") as f: config = json.load(f)
print(config["layers"][-1], config.get("lr"), sorted(config))
print(json.JSONDecoder().raw_decode("[1] rest"), json.loads(json.dumps(data)) == data)
