def g(rows):
    return [v * 2 for row in rows for v in row]
g([[1], 5])
