import matplotlib.pyplot as plt
fig, (a, b) = plt.subplots(1, 2)
print(a is b)
fig, (a, b, c) = plt.subplots(1, 2)
