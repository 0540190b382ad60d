def convert(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError('bad input') from error
print('before')
convert('x')
