# Where records go: files that begin anew, buffers, queues, adapters; errors that handlers meet.
import io
import logging
import logging.handlers
import os
import queue
import sys
import threading
import warnings

log = logging.getLogger('shop')
log.setLevel(logging.DEBUG)
log.propagate = False

rotating = logging.handlers.RotatingFileHandler('shop.log', maxBytes=60, backupCount=2)
rotating.setFormatter(logging.Formatter('{levelname}|{message}', style='{'))
log.addHandler(rotating)
for i in range(12):
    log.info('message %d', i)
log.removeHandler(rotating)
rotating.close()
for name in sorted(os.listdir()):
    if name.startswith('shop'):
        print(name, open(name).read().split())

stream = io.StringIO()
target = logging.StreamHandler(stream)
target.setFormatter(logging.Formatter('%(name)s %(message)s'))
memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=target)
log.addHandler(memory)
log.debug('kept')
print(repr(stream.getvalue()))
log.error('now')
print(repr(stream.getvalue()))
log.debug('last')
memory.close()
log.removeHandler(memory)
print(stream.getvalue().split('\n'))

records = queue.Queue()
log.addHandler(logging.handlers.QueueHandler(records))
listener = logging.handlers.QueueListener(records, target, respect_handler_level=True)
listener.start()
threads = [threading.Thread(target=log.warning, args=('from %s', name), name=name) for name in 'ab']
for thread in threads:
    thread.start()
    thread.join()
listener.stop()
print(stream.getvalue().split('\n')[3:])
log.handlers.clear()


class Request(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f'[{self.extra["user"]}] {msg}', kwargs


named = logging.StreamHandler(sys.stdout)
named.setFormatter(logging.Formatter('%(threadName)s %(levelname)-8s%(message)s'))
named.name = 'screen'
log.addHandler(named)
Request(log, {'user': 'ann'}).warning('late by %.1f', 2)
print(Request(log, {}), named.get_name())
thread = threading.Thread(target=log.info, args=('inside',), name='worker')
thread.start()
thread.join()

sys.stderr = io.StringIO()
log.info('%d apples', 'three')
told = sys.stderr.getvalue()
sys.stderr = sys.__stderr__
print(told.split('\n')[0], [line for line in told.split('\n') if line.startswith(('Message', 'Arguments', 'TypeError'))])
log.info('goes on')

logging.captureWarnings(True)
seen = io.StringIO()
logging.getLogger('py.warnings').addHandler(logging.StreamHandler(seen))
warnings.simplefilter('always')
warnings.warn('careful')
logging.captureWarnings(False)
print(seen.getvalue().split('\n')[0].split('.py:')[1])


class Loud(logging.Logger):
    def shout(self, text):
        self.info(text.upper())


logging.setLoggerClass(Loud)
loud = logging.getLogger('shop.loud')
loud.shout('hello')
logging.setLoggerClass(logging.Logger)
print(type(logging.getLogger('shop.quiet')).__name__, loud.parent.name, logging.getLoggerClass().__name__,
      'shop.loud' in logging.Logger.manager.loggerDict, loud.getChild('x').name)
print(logging.BufferingFormatter().format([logging.makeLogRecord({'msg': 'one'}), logging.makeLogRecord({'msg': 'two'})]))
print(logging.Formatter('$levelname ${message}', style='$').format(logging.makeLogRecord({'msg': 'm', 'levelname': 'L'})),
      logging.Formatter('%(who)s', defaults={'who': 'x'}).format(logging.makeLogRecord({})))
timed = logging.handlers.TimedRotatingFileHandler('timed.log', when='midnight', backupCount=1, delay=True, utc=True)
print(timed.computeRollover(1000), timed.interval, timed.suffix, timed.shouldRollover(None), repr(target))
weekly = logging.handlers.TimedRotatingFileHandler('timed.log', when='W2', delay=True, utc=True)
print(weekly.computeRollover(0) / 86400)
old = logging.getLogRecordFactory()
logging.setLogRecordFactory(lambda *args, **kwargs: old(*args, **kwargs))
log.warning('made %(by)s', {'by': 'hand'})


def refused(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except (ValueError, TypeError, KeyError, NotImplementedError, AttributeError) as e:
        print(type(e).__name__, e)


refused(logging.setLoggerClass, int)
refused(logging.getLogger, 5)
refused(log.log, 'x', 'y')
refused(log.setLevel, 'LOUD')
refused(log.setLevel, 1.5)
refused(log.info, 'x', extra={'message': 1})
refused(logging.Handler().emit, None)
refused(logging.Formatter('%(nobody)s').format, logging.makeLogRecord({}))
refused(logging.Formatter, style='?')
refused(logging.handlers.TimedRotatingFileHandler, 'timed.log', when='X', delay=True)
refused(logging.handlers.TimedRotatingFileHandler, 'timed.log', when='W9', delay=True)
refused(logging.handlers.TimedRotatingFileHandler, 'timed.log', when='W', delay=True)
refused(lambda: logging.handlers.NoSuchHandler)
logging.getLogger().handlers.clear()
refused(logging.basicConfig, stream=sys.stdout, filename='a')
refused(logging.basicConfig, stream=sys.stdout, handlers=[])
refused(logging.basicConfig, style='?')
refused(logging.basicConfig, nothing=1)
