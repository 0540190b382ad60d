"""What scikit-learn raises for a parameter of a wrong kind."""


class InvalidParameterError(ValueError):
    """A parameter is of a wrong type or out of its range."""


def invalid(name, owner, wanted, got):
    raise InvalidParameterError(f"The '{name}' parameter of {owner} must be {wanted}. Got {got!r} instead.")
