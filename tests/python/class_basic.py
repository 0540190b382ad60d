class Dog:
    kind = "canine"
    def __init__(self, name, age=1):
        self.name = name
        self.age = age
    def speak(self, sound="woof"):
        return f"{self.name} says {sound}"
    def __repr__(self):
        return f"Dog({self.name!r}, {self.age})"
d = Dog("Rex", 3)
e = Dog("Fido")
print(d, [e], d.speak(), e.speak("arf"), d.kind, Dog.kind)
e.kind = "special"
print(d.kind, e.kind, Dog.kind)
Dog.kind = "x"
print(d.kind)
d.age += 1
print(d.age, d.__class__.__name__, type(d) is Dog, isinstance(d, Dog))
print(Dog.speak(d, "hey"), Dog.__name__, sorted(d.__dict__.items()))
speak = d.speak
print(speak("bound"))
class Empty: pass
o = Empty()
o.x = 5
print(o.x, hasattr(o, "y"))
