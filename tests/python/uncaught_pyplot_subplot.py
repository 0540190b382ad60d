import matplotlib.pyplot as plt
for i in range(5):
    plt.subplot(2, 2, i + 1)
    print(i, len(plt.gcf().axes))
