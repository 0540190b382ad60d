"""Floats in lists."""
def advance(bodies, dt, n):
    for _ in range(n):
        for i in range(len(bodies)):
            xi, yi, zi, vxi, vyi, vzi, mi = bodies[i]
            for j in range(i + 1, len(bodies)):
                b = bodies[j]
                dx = xi - b[0]
                dy = yi - b[1]
                dz = zi - b[2]
                d2 = dx * dx + dy * dy + dz * dz
                mag = dt / (d2 * d2 ** 0.5)
                bm = b[6] * mag
                vxi -= dx * bm
                vyi -= dy * bm
                vzi -= dz * bm
                bm = mi * mag
                b[3] += dx * bm
                b[4] += dy * bm
                b[5] += dz * bm
            bodies[i][3] = vxi
            bodies[i][4] = vyi
            bodies[i][5] = vzi
        for b in bodies:
            b[0] += dt * b[3]
            b[1] += dt * b[4]
            b[2] += dt * b[5]
bodies = [[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47], [4.84, -1.16, -0.10, 0.60, 2.81, -0.02, 0.037],
          [8.34, 4.12, -0.4, -1.01, 1.82, 0.008, 0.011], [12.89, -15.11, -0.22, 1.08, 0.86, -0.01, 0.0017],
          [15.37, -25.9, 0.17, 0.97, 0.59, -0.034, 0.002]]
advance(bodies, 0.01, 20000)
print(round(bodies[0][0], 9))
