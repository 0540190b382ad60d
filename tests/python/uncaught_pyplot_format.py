import matplotlib.pyplot as plt
print(plt.plot([1, 2], 'bo')[0].get_marker())
plt.plot([1, 2], 'bz')
