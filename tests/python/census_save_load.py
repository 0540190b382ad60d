import os, pickle, json, datetime, time, sys
import numpy as np
sys.path.append(os.pardir)
dataset_dir = os.path.dirname(os.path.abspath(__file__))
save_file = "mnist.pkl"
key_file = {"train_img": "train-images.gz", "train_label": "train-labels.gz"}
if not os.path.exists(save_file):
    dataset = {"train_img": np.arange(8, dtype=np.uint8).reshape(2, 4), "train_label": np.array([3, 7], dtype=np.uint8)}
    print("Creating pickle file ...")
    with open(save_file, "wb") as f: pickle.dump(dataset, f, -1)
    print("Done!")
with open(save_file, "rb") as f: dataset = pickle.load(f)
for key in ("train_img", "train_label"): print(key, dataset[key].astype(np.float32) / 255.0 if key == "train_img" else dataset[key], key_file[key])
os.makedirs("logs", exist_ok=True)
log_dir = os.path.join("logs", datetime.datetime(2024, 1, 2, 3, 4, 5).strftime("%Y%m%d-%H%M%S"))
print(log_dir, os.path.isdir("logs"), [n for n in sorted(os.listdir(".")) if n.endswith(".pkl")])
history = {"loss": [0.9, 0.5], "accuracy": [0.6, 0.8]}
with open("logs/history.json", "w") as f: json.dump(history, f, indent=1)
print(json.load(open("logs/history.json")) == history, os.path.splitext("model.final.h5"), time.time() > 0)
