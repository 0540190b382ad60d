import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.set_title('a')
print(ax.get_title())
ax.title('b')
