from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    name: str


item = Item('a')
print(item)
item.name = 'b'
