import matplotlib.pyplot as plt
print('only x')
plt.scatter([1, 2, 3])
