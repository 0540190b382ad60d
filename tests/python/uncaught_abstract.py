from abc import ABC, abstractmethod


class Animal(ABC):
    @abstractmethod
    def speak(self): ...

    @abstractmethod
    def walk(self): ...


class Dog(Animal):
    def speak(self):
        return 'woof'


print(Dog.speak(None))
Dog()
