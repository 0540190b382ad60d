"""tf.errors: what ops raise."""


class OpError(Exception):
    """What an op raises: node_def, op and the message."""

    def __init__(self, node_def=None, op=None, message="", error_code=None):
        super().__init__(node_def, op, message)
        self.message = message

    def __str__(self):
        return self.message


class InvalidArgumentError(OpError):
    """An op was given what it cannot take."""


class NotFoundError(OpError):
    """Something is not there."""


class UnimplementedError(OpError):
    """An op is not there for these dtypes."""


class OutOfRangeError(OpError):
    """An iteration went past its end."""

