# logging: handlers, filters and levels of one's own; every level's function.
import logging
import sys


class WithoutPaths:
    """Standard output, but for the lines of tracebacks that name a file: they differ from place to place."""
    def write(self, text):
        sys.stdout.write("\n".join(line for line in text.split("\n") if 'File "' not in line))

    def flush(self):
        sys.stdout.flush()


logging.basicConfig(stream=WithoutPaths(), format="%(levelname)s %(name)s: %(message)s", level=logging.DEBUG)
logging.critical("one %d", 1)
logging.error("two")
logging.log(logging.WARNING, "three")
logging.log(15, "in between")
try:
    1 / 0
except ZeroDivisionError:
    logging.exception("failed")
logging.addLevelName(25, "NOTICE")
print(logging.getLevelName(25), logging.getLevelNamesMapping()["ERROR"])

log = logging.getLogger("app")
child = log.getChild("part")
print(child.name, log.hasHandlers(), child.parent is log)
log.log(25, "noticed")


class Keep(logging.Handler):
    def __init__(self):
        super().__init__()
        self.kept = []

    def emit(self, record):
        self.kept.append(self.format(record))


class NoSpam(logging.Filter):
    def filter(self, record):
        return "spam" not in record.getMessage()


keep, rule = Keep(), NoSpam()
log.addHandler(keep)
log.addFilter(rule)
keep.setLevel(logging.INFO)
log.propagate = False
log.info("kept")
log.debug("too low")
log.info("spam, spam")
log.removeFilter(rule)
log.info("spam again")
print(keep.kept)
only = logging.Filter("app.part")
print(only.filter(logging.makeLogRecord({"name": "app.part.x"})), only.filter(logging.makeLogRecord({"name": "app"})))
keep.flush()
keep.close()
log.removeHandler(keep)
log.addHandler(logging.NullHandler())
log.info("nowhere")
logging.disable(logging.WARNING)
logging.warning("disabled")
logging.error("still there")
logging.disable(logging.NOTSET)
import io

first, second = io.StringIO(), io.StringIO()
handler = logging.StreamHandler(first)
handler.setFormatter(logging.Formatter("%(asctime)s|%(message)s", datefmt="%Y"))
log.addHandler(handler)
log.warning("a")
print(handler.setStream(second) is first, len(first.getvalue().split("|")[0]))
log.warning("b")
print(second.getvalue().split("|")[1])
record = logging.makeLogRecord({"created": 86400 * 200.0, "msecs": 5.0})
print(logging.Formatter().formatTime(record, "%Y-%m"))
file_handler = logging.FileHandler("log.txt", mode="w")
log.addHandler(file_handler)
log.error("to the file")
file_handler.close()
print(open("log.txt").read().strip())
import warnings

logging.captureWarnings(True)
warnings.simplefilter("always")
logging.captureWarnings(False)
logging.shutdown()
