w, b, lr = 0.0, 0.0, 0.05
xs = [1.0, 2.0, 3.0, 4.0]
ys = [3.0, 5.0, 7.0, 9.0]
for epoch in range(200):
    dw = db = loss = 0.0
    for x, y in zip(xs, ys):
        e = w * x + b - y
        loss += e ** 2 / len(xs); dw += 2 * e * x / len(xs); db += 2 * e / len(xs)
    w -= lr * dw; b -= lr * db
    if (epoch + 1) % 50 == 0: print("epoch %3d loss %.6f w %.4f b %.4f" % (epoch + 1, loss, w, b))
print(w, b)
