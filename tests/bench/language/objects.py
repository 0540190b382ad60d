class Employee:
    def __init__(self, name, age, pay):
        self.name = name; self.age = age; self.pay = pay
    @property
    def yearly(self): return self.pay * 12
    def raise_pay(self, pct): self.pay = self.pay * (1 + pct / 100)
    def __repr__(self): return f"Employee({self.name!r}, {self.age})"
    def __lt__(self, other): return self.age < other.age
    def __eq__(self, other): return self.age == other.age
staff = [Employee(f"n{i}", 20 + i * 7 % 45, 1000 + i % 100) for i in range(20000)]
for e in staff: e.raise_pay(3)
old = sorted(staff, key=lambda e: (e.age, -e.pay))[:5]
print(old, sum(e.yearly for e in staff), max(staff).name, len([e for e in staff if e.age > 30 and e.pay > 1050]))
staff.sort()
print(staff[0], str(staff[-1]))
