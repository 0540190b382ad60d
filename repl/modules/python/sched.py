"""sched: calls functions at their times."""
import heapq as _heapq
import time as _time
from collections import namedtuple as _namedtuple
from itertools import count as _count
from threading import RLock as _RLock


class Event(_namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')):
    """A call that is to be made."""


_nothing = object()


class scheduler:
    """A list of calls with their times."""

    def __init__(self, timefunc=_time.monotonic, delayfunc=_time.sleep):
        self._queue = []
        self._lock = _RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._numbers = _count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_nothing):
        """A call at a time."""
        event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is _nothing else kwargs)
        with self._lock:
            _heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_nothing):
        """A call some time from now."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes a call out again."""
        with self._lock:
            self._queue.remove(event)
            _heapq.heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Makes the calls, waiting for their times."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event, now = self._queue[0], self.timefunc()
                due = event.time <= now
                if due:
                    _heapq.heappop(self._queue)
            if due:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)
            elif not blocking:
                return event.time - now
            else:
                self.delayfunc(event.time - now)

    @property
    def queue(self):
        """The calls in their order."""
        with self._lock:
            return sorted(self._queue)
