import numpy as np
with open("mnist.csv", "w") as f:
    for label in (5, 0):
        f.write(str(label) + "," + ",".join(str((label + i) % 256) for i in range(4)) + "\n")
training_data_file = open("mnist.csv", "r")
training_data_list = training_data_file.readlines()
training_data_file.close()
for record in training_data_list:
    all_values = record.split(",")
    inputs = (np.asarray(all_values[1:], dtype=float) / 255.0 * 0.99) + 0.01
    targets = np.zeros(10) + 0.01
    targets[int(all_values[0])] = 0.99
    print(inputs, targets.argmax(), inputs.shape)
inputs_list = np.array(inputs, ndmin=2).T
print(inputs_list.shape, np.array(["1.5", "2"], dtype="float32"), np.array([["1", "2"]], dtype=int))
