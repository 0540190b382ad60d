# Generators that lie in a cycle of garbage still run their finally blocks, and leave with blocks.
import asyncio, gc


class Node:
    pass


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print("left by", kind.__name__)


def counting(name, node):
    try:
        with Manager():
            yield 1
    finally:
        print("finally", name, node.name)


def in_cycle(name):
    node = Node()
    node.name = name
    node.generator = counting(name, node)
    next(node.generator)
    node.me = node


for name in ("a", "b"):
    in_cycle(name)
    print(gc.collect() > 0)


def stubborn(node):
    try:
        yield
    finally:
        print("raises")
        raise ValueError("nobody hears")


def plain(node):
    yield node


node = Node()
node.it, node.other, node.me = stubborn(node), plain(node), node
next(node.it)
next(node.other)
del node
print(gc.collect() > 0)


def outer(node):
    try:
        yield from counting("inner", node)
    finally:
        print("outer closed")


node = Node()
node.name, node.it = "deep", outer(node)
next(node.it)
del node
gc.collect()


def finished(node):
    try:
        yield 1
    finally:
        print("once only")


node = Node()
node.it = finished(node)
print(list(node.it))
del node
gc.collect()
print("end")
