import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.set(title='a', xlabel='b')
print(ax)
ax.set(titel='a')
