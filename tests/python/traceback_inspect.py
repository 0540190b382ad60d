import inspect, traceback
def area(width, height=2, *rest, unit="cm", **more):
    """How large it is.

    In square units."""
    return width * height
class Shape:
    """A shape."""
    def scale(self, by=1.5): return by
try: area("a", None)
except TypeError: text = traceback.format_exc(); print(text.splitlines()[0], text.splitlines()[-1])
try: int("x")
except ValueError as error: print(traceback.format_exception_only(type(error), error), len(traceback.format_exception(error)) > 2)
print(inspect.signature(area), list(inspect.signature(area).parameters), inspect.signature(area).parameters["unit"].default, inspect.signature(Shape().scale))
print(inspect.getsource(area)); print(inspect.getdoc(area)); print(inspect.getsource(Shape.scale))
print(inspect.isfunction(area), inspect.isclass(Shape), inspect.ismethod(Shape().scale), inspect.isfunction(len), inspect.isgeneratorfunction(area))
print(inspect.getfullargspec(area))
