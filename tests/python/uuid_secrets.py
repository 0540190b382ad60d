import getpass, platform, secrets, socket, uuid
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u == uuid.UUID(hex=u.hex), uuid.uuid5(uuid.NAMESPACE_DNS, "x"), uuid.uuid3(uuid.NAMESPACE_URL, "x"), u.bytes[:2], u.urn)
a = uuid.uuid4(); print(len(str(a)), a.version, a != uuid.uuid4(), str(a)[14])
print(len(secrets.token_hex(8)), len(secrets.token_bytes(3)), 0 <= secrets.randbelow(5) < 5, secrets.choice([7]), secrets.compare_digest("a", "a"))
print(platform.system(), platform.machine() != "", platform.python_version().split(".")[:2], socket.gethostname() == platform.node(), getpass.getuser() != "")
for bad in [lambda: uuid.UUID("x"), lambda: secrets.randbelow(0), lambda: uuid.UUID()]:
    try: bad()
    except (ValueError, TypeError) as error: print(type(error).__name__, error)
