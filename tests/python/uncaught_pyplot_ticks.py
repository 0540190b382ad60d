import matplotlib.pyplot as plt
plt.bar([0, 1, 2], [1, 2, 3])
plt.xticks([0, 1, 2], ['a', 'b', 'c'])
print([t.get_text() for t in plt.gca().get_xticklabels()])
plt.xticks([0, 1, 2], ['a', 'b'])
