import matplotlib.pyplot as plt
plt.style.use("ggplot")
print("ok")
plt.style.use("seaborn")
