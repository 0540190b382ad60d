a = 2**64
print(a == float(a), a < 1e30, a > float('inf'), a > float('-inf'), a == float('nan'), a != float('nan'))
print(2**53 + 1 == float(2**53), 2**64 + 1 > float(2**64), 10**400 > 1e308, 10**400 < float('inf'), -10**400 < -1e308)
print(hash(a), hash(-a), hash(10**30), hash(2**61 - 1), hash(2**61), hash(2**70) == hash(2.0**70), {2**70: 1}[2.0**70])
print(max(a, 3, 10**20), min(a, -10**20), sorted([a, 1, 10**30, 2.5, -10**25]), a in [1, a], [1, a].index(2**64))
print(len({a, 2**64, 3}), bool(a), not a, a and 1, 2.0**70 == 2**70, a is None, a == True, a == 'a')
