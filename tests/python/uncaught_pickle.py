import pickle
print(pickle.loads(pickle.dumps(1)))
pickle.loads(b"not a pickle")
