import matplotlib.pyplot as plt
plt.plot([1, 2])
print(plt.gci())
plt.colorbar()
