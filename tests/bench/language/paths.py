from collections import deque
def bfs(grid, start, goal):
    q = deque([(start, 0)]); seen = {start}
    while q:
        (r, c), d = q.popleft()
        if (r, c) == goal: return d
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            nr, nc = r + dr, c + dc
            if 0 <= nr < n and 0 <= nc < n and grid[nr][nc] != "#" and (nr, nc) not in seen:
                seen.add((nr, nc)); q.append(((nr, nc), d + 1))
n = 150
grid = [["#" if (r * 7 + c * 13) % 11 == 0 and r % 3 else "." for c in range(n)] for r in range(n)]
print(bfs(grid, (0, 0), (n - 1, n - 1)))
graph = {i: [(i * 3 + 1) % 5000, (i * 7 + 2) % 5000, (i + 1) % 5000] for i in range(5000)}
for s in range(5):
    seen = set(); q = deque([s])
    while q:
        x = q.popleft()
        if x in seen: continue
        seen.add(x); q.extend(y for y in graph[x] if y not in seen)
print(len(seen))
