# A group that nobody handles: its tree ends the program's output.
def work(n):
    if n % 2:
        raise ValueError(f"odd {n}")
    return n


errors = []
for n in range(5):
    try:
        print(work(n))
    except ValueError as e:
        errors.append(e)
if errors:
    raise ExceptionGroup("some went wrong", errors)
