"""Heaps: lists whose first item is the smallest."""
from _heapq import *
from _heapq import _heapify_max, _heappop_max, _heapreplace_max


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables, in order."""
    if reverse:
        heapify_, heappop_, heapreplace_, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        heapify_, heappop_, heapreplace_, direction = heapify, heappop, heapreplace, 1
    heap = []
    for order, iterator in enumerate(map(iter, iterables)):
        for value in iterator:
            heap.append([value if key is None else key(value), order * direction, value, iterator])
            break
    heapify_(heap)
    while heap:
        entry = heap[0]
        while True:
            yield entry[2]
            for value in entry[3]:
                entry[0] = value if key is None else key(value)
                entry[2] = value
                heapreplace_(heap, entry)
                entry = heap[0]
                break
            else:
                heappop_(heap)
                break


def _check_count(n, iterable):
    if n != 1 and not (hasattr(type(iterable), '__len__') and n >= len(iterable)):
        range(n)


def nsmallest(n, iterable, key=None):
    """The n smallest items, in order."""
    _check_count(n, iterable)
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first."""
    _check_count(n, iterable)
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
