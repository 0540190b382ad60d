def advance(bodies, dt, n):
    for _ in range(n):
        for i in range(len(bodies)):
            x1, y1, v1, m1 = bodies[i]
            for j in range(i + 1, len(bodies)):
                x2, y2, v2, m2 = bodies[j]
                dx = x1 - x2
                dy = y1 - y2
                d = (dx * dx + dy * dy) ** 0.5
                mag = dt / (d * d * d)
                v1[0] -= dx * m2 * mag
                v1[1] -= dy * m2 * mag
                v2[0] += dx * m1 * mag
                v2[1] += dy * m1 * mag
        for b in bodies:
            b[0] += dt * b[2][0]
            b[1] += dt * b[2][1]
bodies = [[0.0, 0.0, [0.0, 0.0], 10.0], [1.0, 0.0, [0.0, 3.0], 1.0], [0.0, 2.0, [-2.0, 0.0], 0.5]]
advance(bodies, 0.001, 100)
for b in bodies: print(b[:2])
