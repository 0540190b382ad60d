import matplotlib.pyplot as plt
plt.plot([1])
print("saving")
plt.savefig("figure.xyz")
