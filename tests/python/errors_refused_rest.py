# Waits that are too long, numbers that cannot be hashed, and attributes that threads do not give.
import threading, time
from decimal import Decimal

own = threading.local()


def attempt(call, *arguments):
    try:
        print(call.__name__, "gives", call(*arguments))
    except Exception as error:
        print(call.__name__, type(error).__name__, error)


attempt(time.sleep, 10.0 ** 20)
attempt(time.sleep, 10 ** 20)
attempt(time.sleep, float("nan"))
attempt(time.sleep, -1)
attempt(hash, Decimal("snan"))
attempt(float, Decimal("snan"))
attempt(setattr, own, "__dict__", {})
attempt(delattr, own, "__dict__")
attempt(str, Decimal("snan"))
