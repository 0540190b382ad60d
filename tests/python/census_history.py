history = {"loss": [0.9, 0.5, 0.3], "accuracy": [0.7, 0.8, 0.9], "val_loss": [0.8, 0.6, 0.65], "val_accuracy": [0.72, 0.81, 0.8]}
print(history.keys())
print(list(history.keys()))
acc, val_acc = history["accuracy"], history["val_accuracy"]
epochs = range(1, len(acc) + 1)
for e, a, v in zip(epochs, acc, val_acc):
    print("Epoch %d: acc=%.3f val_acc=%.3f" % (e, a, v))
best = min(range(len(history["val_loss"])), key=lambda i: history["val_loss"][i])
print("best epoch", best + 1, history["val_loss"][best], max(val_acc))
print({k: round(sum(v) / len(v), 4) for k, v in history.items()})
print([round(v, 2) for v in history["loss"]], history["loss"][-1] < history["loss"][0])
