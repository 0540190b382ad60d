# Errors of dates, of formats of dates, and of inspect and traceback that other programs do not raise.
import datetime
import inspect
import traceback
from datetime import date, timedelta


def attempt(source):
    try:
        print(source, "gives", repr(eval(source)))
    except Exception as error:
        print(source, type(error).__name__, error)


for source in ("timedelta(1) * float('inf')", "timedelta(1) / float('-inf')", "timedelta(1) * float('-inf')",
               "date(9999, 12, 31) + timedelta(1)", "date(1, 1, 1) - timedelta(1)",
               "date.fromordinal(0)", "date.fromordinal(-5)", "date.fromordinal(10**9)", "date.fromordinal(2**40)",
               "datetime.datetime.fromordinal(0)", "datetime.datetime(9999, 12, 31) + timedelta(2)",
               "datetime.datetime(1, 1, 1) - timedelta(2)", "datetime.datetime(1, 1, 1) + timedelta.max",
               "inspect.getgeneratorstate(5)", "inspect.getcoroutinestate(5)", "inspect.getgeneratorstate(len)",
               "traceback.format_exception(5)", "traceback.format_exception(ValueError, ValueError(5))",
               "traceback.format_exception(ValueError, 5, None)", "traceback.format_exception(None)",
               "traceback.format_exception(ValueError, ValueError(5), None)", "traceback.format_exception_only(5)",
               "traceback.format_exception_only(ValueError, ValueError(6))", "traceback.format_exception_only(None)",
               "traceback.format_tb(5)", "traceback.extract_tb('a')", "traceback.print_exception(5)"):
    attempt(source)
for text, form in (("2020 10 3", "%G %V %u"), ("2019 53 1", "%G %V %u"), ("2020 53 7", "%G %V %u"), ("2020 10 Mon", "%G %V %a"),
                   ("2020 10", "%G %V"), ("2020 1", "%G %u"), ("2020 10 3", "%Y %V %u"), ("10 3", "%V %u"), ("10", "%V"),
                   ("2020 100 10 3", "%G %j %V %u"), ("9999 53 6", "%G %V %u"), ("2021 01 0", "%G %V %w"),
                   ("2021 01 1 05", "%G %V %u %m"), ("2020 10 2021 3", "%G %V %Y %u"), ("2020 3 1", "%G %j %u"),
                   ("2020 3 2 1", "%Y %V %W %u"), ("0000 1", "%Y %j"), ("366 2019", "%j %Y"), ("31 2 2020", "%d %m %Y"),
                   ("2019 10 3", "%Y %W %u"), ("9999 53 6", "%Y %W %u")):
    attempt(f"datetime.datetime.strptime('{text}', '{form}')")
