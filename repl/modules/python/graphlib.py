"""graphlib: an order in which each node stands behind those that it depends on."""
from types import GenericAlias as _GenericAlias


class CycleError(ValueError):
    """Some nodes depend on one another in a circle."""


class TopologicalSorter:
    """Sorts the nodes of a graph."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, graph=None):
        self._left = {}       # node: how many of its predecessors are not done
        self._followers = {}  # node: those that depend on it
        self._before = {}     # node: those it depends on
        self._ready = None
        self._passed = 0
        self._finished = 0
        if graph is not None:
            for node, before in graph.items():
                self.add(node, *before)

    def add(self, node, *predecessors):
        """A node and nodes that it depends on."""
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        for each in (node, *predecessors):
            if each not in self._left:
                self._left[each] = 0
                self._followers[each] = []
                self._before[each] = []
        self._left[node] += len(predecessors)
        for before in predecessors:
            self._followers[before].append(node)
            self._before[node].append(before)

    def prepare(self):
        """Ends the adding and looks for circles."""
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [node for node, left in self._left.items() if left == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def _cycle(self):
        """Follows the nodes until one comes again; None where none does."""
        state = {}
        for start in self._left:
            if start in state:
                continue
            path, ways = [start], [iter(self._followers[start])]
            state[start] = 'open'
            while path:
                for node in ways[-1]:
                    if state.get(node) == 'open':
                        return path[path.index(node):] + [node]
                    if node not in state:
                        state[node] = 'open'
                        path.append(node)
                        ways.append(iter(self._followers[node]))
                        break
                else:
                    state[path.pop()] = 'done'
                    ways.pop()
        return None

    def get_ready(self):
        """The nodes that depend on nothing that is not done."""
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        ready = tuple(self._ready)
        for node in ready:
            self._left[node] = -1
        self._ready.clear()
        self._passed += len(ready)
        return ready

    def is_active(self):
        """Whether there is more to come."""
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return self._finished < self._passed or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Says that nodes of get_ready() are done."""
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            left = self._left.get(node)
            if left is None:
                raise ValueError(f'node {node!r} was not added using add()')
            if left >= 0:
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            if left == -2:
                raise ValueError(f'node {node!r} was already marked done')
            self._left[node] = -2
            self._finished += 1
            for follower in self._followers[node]:
                self._left[follower] -= 1
                if self._left[follower] == 0:
                    self._ready.append(follower)

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)
