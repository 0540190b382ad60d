import matplotlib.pyplot as plt
plt.scatter([1, 2], [3, 4], c=[0, 1])
print('one')
plt.scatter([1, 2, 3], [3, 4, 5], c=[0, 1])
