# Groups of exceptions: making, splitting, and except* with all that handlers may do.
g = ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k'), ValueError(3)])])
print(g, repr(g), g.message, len(g.exceptions), isinstance(g, Exception), ExceptionGroup.__mro__)
print(g.split(ValueError))
print(g.subgroup(lambda e: isinstance(e, KeyError)), g.subgroup(OSError), g.split(ExceptionGroup)[1])
print(repr(BaseExceptionGroup('b', [KeyboardInterrupt()])), repr(BaseExceptionGroup('b', [OSError()])))
for bad in (('g', []), (1, [ValueError()]), ('g', 5), ('g', [1]), ('g', [KeyboardInterrupt()])):
    try:
        ExceptionGroup(*bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

def handled(error, again=False, new=False):
    try:
        try:
            if error:
                raise error
        except* ValueError as e:
            print(' values', repr(e))
            if again:
                raise
            if new:
                raise OSError('new')
        except* (TypeError, KeyError):
            print(' types or keys')
        else:
            print(' else')
        finally:
            print(' finally')
    except BaseException as e:
        print(' out', repr(e))

handled(None)
handled(g)
handled(ValueError('naked'))
handled(IndexError('none takes it'))
handled(ExceptionGroup('h', [IndexError(1), ValueError(2)]))
handled(ExceptionGroup('h', [IndexError(1), ValueError(2)]), again=True)
handled(ExceptionGroup('h', [IndexError(1), ValueError(2)]), new=True)
handled(ExceptionGroup('h', [ValueError(2)]), new=True)

class Mine(ExceptionGroup):
    def derive(self, exceptions):
        return Mine(self.message, exceptions)

print(repr(Mine('m', [ValueError(1), KeyError(2)]).split(KeyError)))
for code in ('try: pass\nexcept* ValueError: pass\nexcept KeyError: pass', 'try: pass\nexcept*: pass'):
    try:
        compile(code, 'f', 'exec')
    except SyntaxError as e:
        print(e.msg)
