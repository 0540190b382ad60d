score = [0.0734567, 0.97852]
print("Test loss:", score[0])
print("Test accuracy:", score[1])
print("Accuracy: %.2f%%" % (score[1] * 100))
print("Test loss: {:.4f}, accuracy: {:.2f}%".format(score[0], score[1] * 100))
print(f"Test loss: {score[0]} / Test accuracy: {score[1]}")
print("\nTest accuracy: " + str(score[1]) + "\n")
print("%s: %.2f%%" % ("accuracy", score[1] * 100), "|", "Error: %.2f%%" % (100 - score[1] * 100))
print("Large CNN Error: %.2f%%" % (100 - score[1] * 100))
for name, value in zip(["loss", "accuracy"], score):
    print(name, value)
