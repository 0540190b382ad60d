# Handlers that raise, return and break inside other handlers: the stack is as deep afterwards as before.
try:
    try:
        raise ValueError(1)
    except ValueError as e:
        raise KeyError('k')
except KeyError as e:
    print('caught', e)


def raises_in_handler(values):
    out = []
    for v in values:
        try:
            try:
                raise ValueError(v)
            except ValueError as e:
                if v == 1:
                    raise KeyError(v)
                if v == 2:
                    continue
                if v == 3:
                    raise
                if v == 4:
                    break
                out.append(('plain', e))
        except KeyError as e:
            out.append(('key', e.__context__))
        except ValueError as e:
            out.append(('again', e))
        else:
            out.append('else')
        finally:
            out.append(v)
    return out


print(raises_in_handler([0, 1, 2, 3, 0, 4, 5]))


def nested(depth):
    try:
        try:
            raise ValueError(depth)
        except ValueError as e:
            if depth:
                nested(depth - 1)
            raise KeyError(depth) from e
        finally:
            x = [depth, depth + 1, [i for i in range(depth)]]
    except KeyError as e:
        return [e, e.__cause__, x]


print(nested(3))


def returns():
    for i in [1, 2]:
        try:
            try:
                1 / 0
            except ZeroDivisionError as e:
                try:
                    raise TypeError('t')
                except TypeError as f:
                    return [i, str(e), str(f), i + 1]
        finally:
            print('finally', i)


print(1, returns(), [2, returns()[2]])


def generator():
    try:
        try:
            yield 1
        except ValueError as e:
            yield str(e)
            raise KeyError('g')
    except KeyError as e:
        yield repr(e)


g = generator()
print(next(g), g.throw(ValueError('thrown')), next(g))
try:
    try:
        raise ValueError(1)
    except ValueError as e:
        raise KeyError('k')
except KeyError as e:
    pass
undefined
