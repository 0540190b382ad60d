"""What the programs of this folder share: refuses() calls something that nnsh refuses where Python, numpy or Keras goes
on (or words it otherwise), and holds the error to the class and the whole text that the program states."""
count = 0


def refuses(kind, text, call, *arguments, **keywords):
    global count
    try:
        result = call(*arguments, **keywords)
    except kind as error:
        assert type(error) is kind, f'{type(error).__name__} is a kind of {kind.__name__}: {error}'
        assert str(error) == text, f'\n  {error!s}\nis not\n  {text}'
        count += 1
    else:
        raise AssertionError(f'{kind.__name__} was expected, but {result!r} came back')


def report():
    print('refused', count)
