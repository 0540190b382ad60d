# A module's own __getattr__ is asked for what the module has not.
import types

asked = []


def later(name):
    asked.append(name)
    if name.startswith("x"):
        return name.upper()
    raise AttributeError(f"no {name} here")


m = types.ModuleType("m")
m.known = 1
m.__getattr__ = later
print(m.known, m.xyz, m.xray, hasattr(m, "xs"), hasattr(m, "ys"), getattr(m, "zs", "none"))
try:
    m.ys
except AttributeError as error:
    print(error)
print(asked[:4])
