import matplotlib.pyplot as plt
print('start')
plt.plot([1, 2], color='bleu')
