"""matplotlib.pylab: pyplot and numpy in one namespace."""
import numpy as np
from numpy import *
from matplotlib.pyplot import *
from matplotlib import cm, colors
import matplotlib.pyplot as plt
