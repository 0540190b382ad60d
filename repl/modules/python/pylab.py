"""pylab: pyplot and numpy in one namespace."""
from matplotlib.pylab import *
import matplotlib
