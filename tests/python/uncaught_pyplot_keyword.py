import matplotlib.pyplot as plt
plt.plot([1, 2, 3], color='r')
print('before')
plt.plot([1, 2, 3], colour='r')
