"""How many of the words of a command line each argument takes, for argparse."""
from _argparse_action import ArgumentError
from _argparse_help import REMAINDER, PARSER, SUPPRESS


def _range(action):
    """The least and the most arguments that an action takes."""
    nargs = action.nargs
    if nargs is None:
        return 1, 1
    if nargs == '?':
        return 0, 1
    if nargs == '*' or nargs == REMAINDER:
        return 0, 1 << 30
    if nargs == '+' or nargs == PARSER:
        return 1, 1 << 30
    if nargs == SUPPRESS:
        return 0, 0
    return nargs, nargs




def _match(action, kinds, parser):
    """How many places an option takes."""
    least, most = _range(action)
    nargs = action.nargs
    count = 0
    if nargs in (REMAINDER, PARSER):
        count = len(kinds)
        if nargs == PARSER and (not kinds or kinds[0] != 'A'):
            count = 0
    else:
        while count < len(kinds) and kinds[count] == 'A' and count < most:
            count += 1
    if count < least:
        if nargs is None:
            raise ArgumentError(action, 'expected one argument')
        if nargs == '+' or nargs == PARSER:
            raise ArgumentError(action, 'expected at least one argument')
        raise ArgumentError(action, 'expected %s argument%s' % (nargs, '' if nargs == 1 else 's'))
    if nargs == '?' and count == 0 and parser is None:
        return 0
    return count


def _match_partial(actions, kinds):
    """How many places each of the first actions takes: as many actions as can be served."""
    run = 0
    while run < len(kinds) and kinds[run] in 'A-':
        run += 1
    for used in range(len(actions), 0, -1):
        counts = _divide(actions[:used], kinds, run)
        if counts is not None:
            return counts
    return []


def _divide(actions, kinds, run):
    """Places of each action, the first ones taking as many as they can; None where some get too few."""
    if not actions:
        return []
    action = actions[0]
    least, most = _range(action)
    if action.nargs in (REMAINDER, PARSER):
        total = len(kinds)
        if action.nargs == PARSER and (not kinds or kinds[0] not in 'A-' or total < 1):
            return None
        return [total] + [0] * (len(actions) - 1) if all([_range(other)[0] == 0 for other in actions[1:]]) else None
    dashes = kinds[:run].count('-')
    available = run - dashes
    rest = sum([_range(other)[0] for other in actions[1:]])
    count = min(most, available - rest)
    if count < least:
        return None
    places = 0
    taken = 0
    while taken < count or places < run and kinds[places] == '-' and taken <= count and count > 0:
        if kinds[places] != '-':
            if taken == count:
                break
            taken += 1
        places += 1
    others = _divide(actions[1:], kinds[places:], run - places)
    return None if others is None else [places] + others
