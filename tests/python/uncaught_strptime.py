from datetime import datetime
print(datetime.strptime("2024", "%Y"))
datetime.strptime("24-01-01", "%Y-%m-%d")
