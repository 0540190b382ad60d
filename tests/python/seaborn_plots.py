# seaborn draws through pyplot and prints nothing.
import numpy as np
import pandas as pd
import matplotlib
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.metrics import ConfusionMatrixDisplay, confusion_matrix

sns.set_theme()
sns.set_style('whitegrid')
df = pd.DataFrame({'x': [1, 2, 3, 4], 'y': [2.0, 4.0, 5.0, 9.0], 'kind': ['a', 'b', 'a', 'b']})
plt.figure(figsize=(6, 4))
ax = sns.heatmap(confusion_matrix([0, 1, 1], [0, 1, 0]), annot=True, fmt='d', cmap='Blues')
plt.title('Confusion')
plt.show()
sns.heatmap(df[['x', 'y']].corr(), annot=True, xticklabels=['x', 'y'], cbar=False)
plt.show()
for draw in (lambda: sns.countplot(x='kind', data=df), lambda: sns.histplot(df['y'], bins=3),
             lambda: sns.scatterplot(x='x', y='y', hue='kind', data=df), lambda: sns.lineplot(x='x', y='y', data=df),
             lambda: sns.barplot(x='kind', y='y', data=df),
             lambda: sns.countplot(x=np.array([0, 1, 1])), lambda: sns.kdeplot(df['y'])):
    plt.figure()
    draw()
    plt.show()
print(hasattr(sns, 'pairplot'), df.shape)
df.plot(x='x', y='y')
df[['x', 'y']].plot(kind='bar', title='bars')
df['y'].plot(kind='hist')
df.plot.scatter('x', 'y')
pd.DataFrame({'loss': [3, 2, 1], 'val_loss': [4, 3, 3]}).plot(figsize=(8, 5), grid=True)
plt.gca().set_ylim(0, 5)
plt.show()
ConfusionMatrixDisplay(confusion_matrix([0, 1], [0, 1]), display_labels=['no', 'yes']).plot()
ConfusionMatrixDisplay.from_predictions([0, 1, 1], [0, 1, 0])
sns.pairplot(df, hue='kind')
plt.show()
plt.close('all')
print('done', len(df))
