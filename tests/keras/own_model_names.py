# Names that models of your own classes get by themselves.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
from keras import Input, Model, Sequential, layers


class MyModel(Model):
    pass


class HTMLNet(Model):
    pass


class Line(Sequential):
    pass


a = Input((3,))
print(MyModel(a, layers.Dense(1)(a)).name, MyModel(inputs=a, outputs=a).name, MyModel(a, a, name="given").name)
print(HTMLNet(a, a).name, Model(a, a).name, MyModel(a, a).name, Model(a, a).name)
print(Line([a, layers.Dense(1)]).name, Line().name, Sequential().name, Line(name="given").name)
print(type(MyModel(a, a)).__name__, [layer.name for layer in MyModel(a, layers.Dense(1, name="d")(a)).layers])
