import numpy as np
data = np.arange(20).reshape(10, 2)
targets = np.arange(10)
k = 4
num_val = len(data) // k
all_scores = []
for i in range(k):
    val_data = data[i * num_val:(i + 1) * num_val]
    part = np.concatenate([data[:i * num_val], data[(i + 1) * num_val:]], axis=0)
    part_targets = np.concatenate([targets[:i * num_val], targets[(i + 1) * num_val:]], axis=0)
    all_scores.append(part_targets.mean() - val_data.mean())
    print("processing fold #", i, val_data.shape, part.shape)
print(all_scores, np.mean(all_scores))
