"""keras.tree: structures of lists, tuples and dicts. Order of a dict's leaves: by sorted keys, as in Keras."""


class MAP_TO_NONE:
    """What map_structure's function returns for None."""


def is_nested(structure):
    return isinstance(structure, (list, tuple, dict))


def _children(structure):
    """(key, child) of a node, in Keras's order."""
    if isinstance(structure, dict):
        return [(key, structure[key]) for key in sorted(structure)]
    return list(enumerate(structure))


def _like(structure, children):
    """A node of the same kind with other children, in the order of _children."""
    if isinstance(structure, dict):
        found = dict(zip(sorted(structure), children))
        return type(structure)((key, found[key]) for key in structure)
    if hasattr(structure, '_fields'):
        return type(structure)(*children)
    return type(structure)(children)


def traverse(func, structure, top_down=True):
    if top_down:
        made = func(structure)
        if made is not None:
            return None if made is MAP_TO_NONE else made
        if not is_nested(structure):
            return structure
        return _like(structure, [traverse(func, child, top_down) for _, child in _children(structure)])
    if is_nested(structure):
        structure = _like(structure, [traverse(func, child, top_down) for _, child in _children(structure)])
    made = func(structure)
    if made is None:
        return structure
    return None if made is MAP_TO_NONE else made


def flatten(structure):
    return [leaf for _, leaf in flatten_with_path(structure)]


def flatten_with_path(structure):
    if not is_nested(structure):
        return [((), structure)]
    return [((key,) + path, leaf) for key, child in _children(structure) for path, leaf in flatten_with_path(child)]


def assert_same_structure(a, b):
    if is_nested(a) != is_nested(b) or is_nested(a) and (type(a) is not type(b) or [k for k, _ in _children(a)] != [k for k, _ in _children(b)]):
        raise ValueError(f"`a` and `b` don't have the same structure:\na={a}\nb={b}")
    if is_nested(a):
        for (_, left), (_, right) in zip(_children(a), _children(b)):
            assert_same_structure(left, right)


def assert_same_paths(a, b):
    if {path for path, _ in flatten_with_path(a)} != {path for path, _ in flatten_with_path(b)}:
        raise ValueError("`a` and `b` don't have the same paths.")


def map_structure(func, *structures, none_is_leaf=True):
    if not structures:
        raise ValueError("Must provide at least one structure")
    first = structures[0]
    for other in structures[1:]:
        assert_same_structure(first, other)

    def walk(nodes):
        if not is_nested(nodes[0]):
            return None if nodes[0] is None and not none_is_leaf else func(*nodes)
        columns = [[child for _, child in _children(node)] for node in nodes]
        return _like(nodes[0], [walk(parts) for parts in zip(*columns)])
    return walk(structures)


def map_structure_up_to(shallow_structure, func, *structures):
    def walk(shallow, nodes):
        if not is_nested(shallow):
            return func(*nodes)
        return _like(shallow, [walk(child, [node[key] for node in nodes]) for key, child in _children(shallow)])
    return walk(shallow_structure, structures)


def pack_sequence_as(structure, flat_sequence):
    leaves = list(flat_sequence)
    wanted = len(flatten(structure))
    if len(leaves) > wanted:
        raise ValueError(f"Too many leaves for PyTreeSpec; expected: {wanted}.")
    if len(leaves) < wanted:
        raise ValueError(f"Too few leaves for PyTreeSpec; expected: {wanted}, got: {len(leaves)}.")
    rest = iter(leaves)

    def walk(node):
        if not is_nested(node):
            return next(rest)
        return _like(node, [walk(child) for _, child in _children(node)])
    return walk(structure)


def lists_to_tuples(structure):
    return traverse(lambda x: tuple(x) if isinstance(x, list) else None, structure, top_down=False)
