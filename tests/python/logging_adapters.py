# Adapters, old names of methods, files put aside by time, buffers of one's own.
import io
import logging
import logging.handlers
import os
import sys
import warnings

warnings.simplefilter('ignore')
log = logging.getLogger('bakery')
log.propagate = False
shown = logging.StreamHandler(sys.stdout)
shown.setFormatter(logging.Formatter('%(levelname)s %(message)s %(oven)s', defaults={'oven': '-'}))
log.addHandler(shown)
adapter = logging.LoggerAdapter(log, {'oven': 3})
adapter.setLevel(logging.DEBUG)
for name in ('debug', 'info', 'warning', 'error', 'critical'):
    getattr(adapter, name)('bread %s', name)
shown.formatter.formatException = lambda ei: 'because of ' + repr(ei[1])
try:
    1 / 0
except ZeroDivisionError:
    adapter.exception('burnt')
adapter.log(logging.INFO, 'done')
print(adapter.name, adapter.hasHandlers(), adapter.manager is log.manager, adapter.getEffectiveLevel())
print(adapter.process('text', {}))
log.fatal('fatal')
log.warn('old name')
logging.getLogger().addHandler(shown)
logging.warn('old function')
logging.getLogger().removeHandler(shown)
print(log.getChild('rolls').name, logging.getLogRecordFactory() is logging.LogRecord)


class Pair(logging.handlers.BufferingHandler):
    def flush(self):
        print('flushed', [record.getMessage() for record in self.buffer])
        super().flush()


pair = Pair(2)
log.removeHandler(shown)
log.addHandler(pair)
log.info('one')
log.info('two')
log.info('three')
pair.close()
log.removeHandler(pair)
memory = logging.handlers.MemoryHandler(10)
memory.setTarget(shown)
log.addHandler(memory)
log.info('in memory')
memory.close()
log.removeHandler(memory)

timed = logging.handlers.TimedRotatingFileHandler('timed.log', when='D', backupCount=1, utc=True)
log.addHandler(timed)
log.info('first day')
timed.rolloverAt = 86400 * 10
log.info('second day')
timed.rolloverAt = 86400 * 20
log.info('third day')
log.removeHandler(timed)
timed.close()
print(sorted(name for name in os.listdir() if name.startswith('timed')), open('timed.log').read())
watched = logging.handlers.WatchedFileHandler('watched.log')
log.addHandler(watched)
log.info('before')
os.rename('watched.log', 'taken.log')
log.info('after')
log.removeHandler(watched)
watched.close()
print(open('taken.log').read(), open('watched.log').read())


class Own(logging.Logger):
    pass


manager = logging.Manager(logging.RootLogger(logging.WARNING))
manager.setLoggerClass(Own)
print(type(manager.getLogger('x')).__name__, manager.getLogger('x').parent is manager.root)
handler = logging.StreamHandler(sys.stdout)
handler.set_name('screen')
print(handler.get_name(), handler.setStream(sys.stdout), handler.setStream(io.StringIO()) is sys.stdout)
handler.acquire()
handler.release()
print(logging.BufferingFormatter().formatHeader([]) == '', logging.Formatter().formatStack('stack'))
print(logging.NullHandler().handle(None), logging.NullHandler().emit(None), logging.StringTemplateStyle('$asctime').usesTime())
logging.disable()
log.critical('not seen')
logging.disable(logging.NOTSET)
logging.shutdown()
