import matplotlib.pyplot as plt
import numpy as np
names = ['cat', 'dog', 'bird']
fig, ax = plt.subplots()
bars = ax.bar(names, [3, 1, 2])
print(ax.get_xlim(), [b.get_x() for b in bars], ax.get_xticks())
line, = ax.plot(names, [1, 2, 3])
print(line.get_ydata(), ax.get_xlim())
ax.plot(['dog', 'fish'], [0, 1])
print(ax.get_xticks(), [t.get_text() for t in ax.get_xticklabels()])
ax.scatter(['cat', 'fish'], [5, 6])
print(ax.get_ylim())
fig, ax = plt.subplots()
ax.barh(names, [1, 2, 3])
print(ax.get_yticks(), [t.get_text() for t in ax.get_yticklabels()], np.round(ax.get_ylim(), 3))
counts = {'a': 1, 'b': 4}
print(plt.bar(counts.keys(), counts.values()), plt.bar(list(counts), list(counts.values())).datavalues)
plt.axvline('a')
plt.text('b', 2, 'here')
print(plt.gca().texts[0].get_position())
history = {'loss': [0.9, 0.5, 0.2], 'val_loss': [1.0, 0.7, 0.6]}
plt.figure()
for key in history:
    plt.plot(history[key], label=key)
print([t.get_text() for t in plt.legend().get_texts()], np.round(plt.ylim(), 4))
