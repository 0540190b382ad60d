import matplotlib.pyplot as plt
print(plt.bar(['a', 'b'], [1, 2]))
plt.bar(['a', 'b', 'c'], [1, 2])
