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


class FailedPreconditionError(OpError):
    """A thing is not in the state that the operation needs."""


class UnimplementedError(OpError):
    """An op is not there for these dtypes."""


class AlreadyExistsError(OpError):
    """What is to be made is there."""


class FailedPreconditionError(OpError):
    """What an op rests on does not hold."""


class DataLossError(OpError):
    """Data is damaged or would be lost."""


class OutOfRangeError(OpError):
    """An iteration went past its end."""


def said_by(kind, op, text, outputs=0, named=True):
    """An exception of a kind in the words that TensorFlow's runtime puts around an op's message."""
    types = f"_output_types_{outputs}" if isinstance(outputs, int) and outputs else outputs or ""
    return kind(None, None, "{{function_node __wrapped__" + op + types + "_device_/job:localhost/replica:0/task:0/device:CPU:0}} "
                + text + f" [Op:{op}]" + (f" name: {named}" if isinstance(named, str) else " name: " if named else ""))
