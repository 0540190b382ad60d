# matplotlib: locators and formatters.
from matplotlib.ticker import AutoMinorLocator, IndexLocator, LogFormatter, LogLocator, MaxNLocator, MultipleLocator, ScalarFormatter

print(MultipleLocator(2.5).tick_values(0, 10).tolist())
print(MaxNLocator(4).tick_values(0, 10).tolist())
print([float(v) for v in IndexLocator(3, 1).tick_values(0, 10)])
print([round(float(v), 6) for v in LogLocator().tick_values(1, 1000)])
print(AutoMinorLocator(4).__class__.__name__)
f = ScalarFormatter()
f.set_scientific(False)
f.set_powerlimits((-3, 3))
f.set_useOffset(False)
print(repr(f.get_offset()))
try:
    AutoMinorLocator(4).tick_values(0, 1)
except NotImplementedError as error:
    print(type(error).__name__, error)
print(LogFormatter.__name__, LogFormatter(10).__class__.__mro__[1].__name__)
