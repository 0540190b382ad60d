import matplotlib
import matplotlib as mpl
import matplotlib.pyplot as plt
matplotlib.use('agg')
print(plt.rcParams['figure.figsize'], plt.rcParams['lines.linewidth'], plt.rcParams['image.cmap'], plt.rcParams['axes.grid'])
plt.rcParams['figure.figsize'] = (3, 2)
print(plt.figure().get_size_inches(), mpl.rcParams is plt.rcParams)
plt.rcParams.update({'font.size': 12, 'lines.linewidth': 2})
print(plt.plot([1, 2])[0].get_linewidth(), len(plt.rcParams) > 250, 'axes.titlesize' in plt.rcParams)
plt.rc('font', size=9, family='serif')
plt.rc('axes', titlesize=10)
print(plt.rcParams['font.size'], plt.rcParams['axes.titlesize'])
with plt.rc_context({'image.cmap': 'gray'}):
    print(plt.imshow([[1, 2]]).cmap.name)
print(plt.imshow([[1, 2]]).cmap.name)
plt.rcdefaults()
print(plt.rcParams['font.size'], plt.rcParams['image.cmap'])
plt.style.use('ggplot')
print(plt.plot([1])[0].get_color(), 'ggplot' in plt.style.available, 'seaborn-v0_8' in plt.style.available)
plt.style.use('default')
print(plt.figure().add_subplot().plot([1])[0].get_color())
with plt.style.context('dark_background'):
    print(plt.figure().add_subplot().plot([1])[0].get_color())
try:
    plt.rcParams['no.such'] = 1
except KeyError as e:
    print('KeyError')
print(matplotlib.get_backend(), plt.isinteractive(), matplotlib.__version__.split('.')[0])
from cycler import cycler
ax = plt.figure().add_subplot()
ax.set_prop_cycle(cycler(color=['c', 'm']))
print([ax.plot([i])[0].get_color() for i in range(3)])
ax.set_prop_cycle(color=['k'])
print(ax.plot([1])[0].get_color())
