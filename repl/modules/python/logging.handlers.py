"""logging.handlers: files that begin anew, records that are kept back or handed to another thread."""
import logging
import os
import re
import time

DEFAULT_TCP_LOGGING_PORT, DEFAULT_UDP_LOGGING_PORT = 9020, 9021
_MIDNIGHT = 24 * 60 * 60


class BaseRotatingHandler(logging.FileHandler):
    """A file that is put aside, and begun anew, where shouldRollover says so."""

    namer = rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, encoding, delay, errors)

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _begin(self):
        self.stream = None if self.delay else self._open()

    def _leave(self):
        if self.stream:
            self.stream.close()
            self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
    """A file that is put aside when it would grow beyond maxBytes; NAME.1 is the newest of backupCount."""

    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, 'a' if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def doRollover(self):
        self._leave()
        for i in range(self.backupCount - 1, -1, -1):
            source = self.rotation_filename(f'{self.baseFilename}.{i}') if i else self.baseFilename
            dest = self.rotation_filename(f'{self.baseFilename}.{i + 1}')
            if os.path.exists(source):
                if os.path.exists(dest):
                    os.remove(dest)
                if i:
                    os.rename(source, dest)
                else:
                    self.rotate(source, dest)
        self._begin()

    def shouldRollover(self, record):
        if self.maxBytes <= 0 or os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            return False
        if self.stream is None:
            self.stream = self._open()
        self.stream.seek(0, 2)
        return self.stream.tell() + len(self.format(record) + '\n') >= self.maxBytes


class TimedRotatingFileHandler(BaseRotatingHandler):
    """A file that is put aside after a time: when='S', 'M', 'H', 'D', 'midnight' or 'W0' to 'W6'."""

    _units = {'S': (1, '%Y-%m-%d_%H-%M-%S'), 'M': (60, '%Y-%m-%d_%H-%M'), 'H': (3600, '%Y-%m-%d_%H'),
              'D': (_MIDNIGHT, '%Y-%m-%d'), 'MIDNIGHT': (_MIDNIGHT, '%Y-%m-%d')}

    def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        super().__init__(filename, 'a', encoding, delay, errors)
        self.when, self.backupCount, self.utc, self.atTime = when.upper(), backupCount, utc, atTime
        if self.when in self._units:
            self.interval, self.suffix = self._units[self.when]
        elif self.when.startswith('W'):
            if len(self.when) != 2:
                raise ValueError('You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s' % self.when)
            if not '0' <= self.when[1] <= '6':
                raise ValueError('Invalid day specified for weekly rollover: %s' % self.when)
            self.dayOfWeek, self.interval, self.suffix = int(self.when[1]), 7 * _MIDNIGHT, '%Y-%m-%d'
        else:
            raise ValueError('Invalid rollover interval specified: %s' % self.when)
        self.interval *= interval
        known = os.path.exists(self.baseFilename)
        self.rolloverAt = self.computeRollover(int(os.stat(self.baseFilename).st_mtime if known else time.time()))

    def computeRollover(self, currentTime):
        """When the file that begins at a time is put aside."""
        if self.when != 'MIDNIGHT' and not self.when.startswith('W'):
            return currentTime + self.interval
        now = time.gmtime(currentTime) if self.utc else time.localtime(currentTime)
        at = _MIDNIGHT
        if self.atTime is not None:
            at = (self.atTime.hour * 60 + self.atTime.minute) * 60 + self.atTime.second
        left = at - ((now[3] * 60 + now[4]) * 60 + now[5])
        day = now[6]
        if left <= 0:
            left += _MIDNIGHT
            day = (day + 1) % 7
        if self.when.startswith('W'):
            left += (self.dayOfWeek - day) % 7 * _MIDNIGHT
        return currentTime + left

    def shouldRollover(self, record):
        now = int(time.time())
        if now >= self.rolloverAt and os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            # A pipe or a device is not put aside.
            self.rolloverAt = self.computeRollover(now)
        return now >= self.rolloverAt

    def getFilesToDelete(self):
        """The files put aside that are too many, oldest first."""
        folder, base = os.path.split(self.baseFilename)
        fits = re.compile(r'\d{4}-\d\d-\d\d(_\d\d(-\d\d){0,2})?(\.\w+)?$')
        found = sorted(os.path.join(folder, name) for name in os.listdir(folder)
                       if name.startswith(base + '.') and fits.match(name[len(base) + 1:]))
        return found[:max(0, len(found) - self.backupCount)]

    def doRollover(self):
        self._leave()
        begun = self.rolloverAt - self.interval
        parts = time.gmtime(begun) if self.utc else time.localtime(begun)
        dest = self.rotation_filename(self.baseFilename + '.' + time.strftime(self.suffix, parts))
        if os.path.exists(dest):
            os.remove(dest)
        self.rotate(self.baseFilename, dest)
        if self.backupCount > 0:
            for path in self.getFilesToDelete():
                os.remove(path)
        self._begin()
        now = int(time.time())
        self.rolloverAt = self.computeRollover(now)
        while self.rolloverAt <= now:
            self.rolloverAt += self.interval


class WatchedFileHandler(logging.FileHandler):
    """A file that is opened anew where another program has taken it away."""

    def reopenIfNeeded(self):
        if self.stream is not None and not os.path.exists(self.baseFilename):
            self.stream.close()
            self.stream = self._open()

    def emit(self, record):
        self.reopenIfNeeded()
        super().emit(record)


class BufferingHandler(logging.Handler):
    """Keeps records back until there are `capacity` of them."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.buffer.clear()

    def close(self):
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Hands what it keeps to another handler, when it is full or a message is important."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        self.acquire()
        try:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.target = None
            BufferingHandler.close(self)


class QueueHandler(logging.Handler):
    """Puts records into a queue."""

    def __init__(self, queue):
        super().__init__()
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        """The record with its text made, so that it depends on nothing else."""
        import copy
        text = self.format(record)
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """A thread that hands the records of a queue to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers, self.respect_handler_level = queue, handlers, respect_handler_level
        self._thread = None

    def dequeue(self, block):
        return self.queue.get(block)

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        while True:
            record = self.dequeue(True)
            if record is self._sentinel:
                break
            self.handle(record)
            if hasattr(self.queue, 'task_done'):
                self.queue.task_done()

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def start(self):
        import threading
        self._thread = threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def stop(self):
        self.enqueue_sentinel()
        self._thread.join()
        self._thread = None


def __getattr__(name):
    if name in ('SocketHandler', 'DatagramHandler', 'SysLogHandler', 'SMTPHandler', 'HTTPHandler', 'NTEventLogHandler'):
        raise PermissionError(f'logging.handlers.{name} is refused: nnsh opens no connections')
    raise AttributeError(f"module 'logging.handlers' has no attribute '{name}'")
