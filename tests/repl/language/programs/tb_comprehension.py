rows = [[1, 2], [3, 'x']]
out = [sum([v + 1 for v in row]) for row in rows]
