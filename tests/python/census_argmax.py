import numpy as np
np.random.seed(0)
predictions = np.random.rand(5, 10)
predicted_classes = np.argmax(predictions, axis=1)
y_test = np.array([3, 1, 4, 1, 5])
print(predicted_classes)
correct = np.nonzero(predicted_classes == y_test)[0]
incorrect = np.nonzero(predicted_classes != y_test)[0]
print(correct.shape[0], "correctly", incorrect.shape[0], "incorrectly")
for i, c in enumerate(incorrect[:3]):
    print("Predicted {}, Truth: {}".format(predicted_classes[c], y_test[c]))
print(np.max(predictions[0]), predictions[0].argmax(), np.round(predictions[0], 2))
