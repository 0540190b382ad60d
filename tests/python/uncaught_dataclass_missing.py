from dataclasses import dataclass


@dataclass
class Item:
    name: str
    price: float
    count: int = 0


print(Item('a', 1.5))
Item('a')
