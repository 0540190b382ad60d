# Tracebacks of groups: a tree with its margins, members with causes, groups in groups, and what is cut short.
import traceback


def members():
    out = []
    try:
        {}["k"]
    except KeyError as e:
        out.append(e)
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError("two\nlines") from e
    except ValueError as e:
        out.append(e)
    out.append(ExceptionGroup("inner", [OSError(5, "x"), TypeError("t")]))
    out.append(NameError("last"))
    return out


def show(text):
    """Without the lines that name the file."""
    print("\n".join(line for line in text.split("\n") if 'File "' not in line))


try:
    raise ExceptionGroup("outer", members())
except ExceptionGroup:
    show(traceback.format_exc())
try:
    try:
        raise ExceptionGroup("first", [ValueError(1), KeyError("a")])
    except ExceptionGroup as e:
        raise RuntimeError("second") from e
except RuntimeError:
    show(traceback.format_exc())
show("".join(traceback.format_exception(ExceptionGroup("many", [ValueError(i) for i in range(18)]))))
show("".join(traceback.format_exception(ExceptionGroup("sixteen", [ValueError(i) for i in range(16)]))))
group = ValueError("deep")
for i in range(13):
    group = ExceptionGroup(f"level {i}", [group])
show("".join(traceback.format_exception(group)))
show("".join(traceback.format_exception(BaseExceptionGroup("base", [KeyboardInterrupt(), SyntaxError("s")]))))
