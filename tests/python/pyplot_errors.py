import numpy as np
import matplotlib
import matplotlib.pyplot as plt
from matplotlib import colors
fig, ax = plt.subplots()
tries = [
    lambda: ax.plot([1, 2], marker='Q'), lambda: ax.plot([1, 2], ls='Q'), lambda: ax.scatter([1, 2], [1]),
    lambda: plt.subplot(0, 2, 1), lambda: plt.subplot(2, 2), lambda: plt.subplot(2222), lambda: plt.subplot('a'),
    lambda: ax.axis('foo'), lambda: ax.set_xscale('foo'), lambda: ax.legend(loc='foo'), lambda: ax.legend(foo=1),
    lambda: ax.set_xticks([1, 2], ['a']), lambda: plt.subplots(0, 1), lambda: ax.hist([1, 2], bins='x'),
    lambda: ax.hist([1, 2], foo=1), lambda: ax.text(1, 2, 's', foo=1), lambda: ax.imshow([1, 2, 3]),
    lambda: plt.figure(foo=1), lambda: plt.savefig('x.foo'), lambda: plt.style.use('foo'), lambda: matplotlib.use('foo'),
    lambda: colors.to_rgba('foo'), lambda: ax.foo, lambda: ax.contour([1, 2, 3]), lambda: plt.cm.foo,
    lambda: ax.fill_between([1, 2], [1, 2, 3]), lambda: ax.errorbar([1, 2], [1, 2], yerr=[1, 2, 3]),
    lambda: ax.pie([-1, 2]), lambda: ax.imshow([[1, 2]], origin='foo'), lambda: ax.imshow([[1, 2]], interpolation='foo'),
    lambda: ax.imshow([[1, 2]], aspect='foo'), lambda: ax.set_title('a', loc='foo'), lambda: ax.bar([1], [1], align='foo'),
    lambda: plt.subplots(2, 2, sharex='foo'), lambda: ax.hist([1, 2], histtype='foo'), lambda: ax.set_facecolor('foo'),
    lambda: ax.step([1], [1], where='foo'), lambda: ax.stackplot([1], [1], baseline='foo'), lambda: ax.annotate('x'),
    lambda: plt.xticks([1], ['a'], foo=1), lambda: ax.plot([[1, 2]], [[1, 2, 3]]), lambda: plt.close(1.5),
    lambda: ax.plot([1], [2], [3]), lambda: ax.plot([1, 2], c='r', color='b'), lambda: ax.bar([1], [1], foo=1),
    lambda: ax.pcolormesh([[1, 2]], [[1, 2]]), lambda: ax.plot([1, 2], 'r--:'), lambda: ax.plot([1, 2], alpha=2),
    lambda: ax.imshow([[1, 2]], foo=1), lambda: plt.xlabel('x', foo=1), lambda: plt.title(), lambda: plt.imread('none.png'),
    lambda: ax.set_xlim(0, np.nan), lambda: ax.contourf([[1, 2], [3, 4]], levels=[1]), lambda: plt.legend(1, 2, 3),
    lambda: ax.hlines([1], [1, 2, 3], 2), lambda: ax.plot(None, [1]), lambda: ax.grid(axis='z'), lambda: plt.axes([1, 2, np.inf, 1]),
]
for i, attempt in enumerate(tries):
    try:
        attempt()
        print(i, 'fine')
    except Exception as e:
        print(i, type(e).__name__, str(e).split('\n')[0][:80])
