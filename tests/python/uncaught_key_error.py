d = {"loss": 1}
print(d["loss"])
print(d["accuracy"])
