"""nnsh --check FILE.py: what of a program Keras 3.15 would refuse, and today's spelling, without running anything.

The program is read as tokens; the table of _keras_old_rows.py says what is old. Calls are mended from the last to the
first, so that what stands before a place has not moved when its turn comes.
"""
import re
import sys

from _keras_check_names import OLD_NAMES, Names
from _keras_check_tokens import literal_of, tokens_of
from _keras_old import DATA_FORMATS, MERGES, TODAY, mend
from _keras_old_rows import HISTORY

_CLASSES = {'l1': 'L1', 'l2': 'L2', 'max_norm': 'MaxNorm'}
_GENERATORS = {'fit_generator': 'fit', 'evaluate_generator': 'evaluate', 'predict_generator': 'predict'}
_NAMES_OF_FIT = {'fit': ['steps_per_epoch', 'epochs', 'verbose', 'callbacks', 'validation_data', 'validation_steps'],
                 'evaluate': ['steps', 'callbacks'], 'predict': ['steps', 'callbacks']}


class Source:
    """How mend() handles values that are texts."""

    def __init__(self, script):
        self.script = script

    def literal(self, value):
        return literal_of(value)[1]

    def known(self, value):
        return literal_of(value)[0]

    def make(self, value):
        return repr(value)

    def tuple(self, values):
        return '(' + ', '.join(values) + (',)' if len(values) == 1 else ')')

    def is_number(self, value):
        known, number = literal_of(value)
        return isinstance(number, int) if known else value.strip().isidentifier()

    def tail(self, value):
        match = re.fullmatch(r'\s*\(\s*(?:None|\d+|\w+)\s*,(.*)\)\s*', value, re.DOTALL)
        if match is None:
            return f'({value})[1:]'
        rest = match.group(1).strip()
        return f'({rest})' if ',' in rest else f'({rest},)'

    def negative(self, value):
        return '-' + value if re.fullmatch(r'[\w.]+', value) else f'-({value})'

    def decayed(self, rate, decay):
        return f"{self.script.spelt('keras.optimizers.schedules.InverseTimeDecay')}({rate}, 1, {decay})"


class Script(Names):
    # -- expressions

    def mend_all(self):
        tokens = tokens_of(self.text)
        at = len(tokens) - 1
        while at >= 0:
            length = len(self.text)
            before = self.text
            if tokens[at].kind == 'name':
                self.look_at(tokens, at)
            elif tokens[at].kind == 'string':
                self.look_at_string(tokens, at)
            if self.text is not before or len(self.text) != length:
                tokens = tokens_of(self.text)
            at -= 1

    def inside_import(self, tokens, at):
        while at >= 0 and tokens[at].kind != 'newline':
            if tokens[at].text in ('import', 'from') and (at == 0 or tokens[at - 1].kind == 'newline'
                                                          or tokens[at - 1].text in (';', ':')):
                return True
            at -= 1
        return False

    def look_at(self, tokens, at):
        after_dot = at > 0 and tokens[at - 1].text == '.'
        if after_dot:
            self.look_at_member(tokens, at)
            return
        end = at
        while end + 2 < len(tokens) and tokens[end + 1].text == '.' and tokens[end + 2].kind == 'name':
            end += 2
        root = self.bound.get(tokens[at].text)
        if root is None or self.inside_import(tokens, at):
            return
        if end + 1 < len(tokens) and tokens[end + 1].text == '=' and at > 0 and tokens[at - 1].text in '(,':
            return  # a keyword of the same name
        full = self.canonical('.'.join([root] + [tokens[place].text for place in range(at + 2, end + 1, 2)]))
        called = end + 1 < len(tokens) and tokens[end + 1].text == '('
        through = tokens[at].text in self.through_tf or (root == 'tensorflow' and full.startswith('keras'))
        new = full if self.kept(full, through) else self.today(full)
        if new is None:
            if OLD_NAMES.get(full) not in ('=no_session',):
                self.found(tokens[at].start, self.text[tokens[at].start:tokens[end].end], None)
            return
        if called:
            self.look_at_call(tokens, at, end, full, new)
        elif new != full and new[0] != '=':
            self.replace(tokens[at].start, tokens[end].end, self.spelt(new))

    def arguments(self, tokens, opening):
        """(args, kwargs, index of the closing bracket), or None where there are starred ones."""
        args, kwargs, start, depth = [], {}, opening + 1, 0
        for place in range(opening + 1, len(tokens)):
            text = tokens[place].text if tokens[place].kind == 'op' else ''
            if depth == 0 and text in (',', ')'):
                if place > start:
                    if tokens[start].text in ('*', '**'):
                        return None
                    value_from = start
                    if place > start + 1 and tokens[start].kind == 'name' and tokens[start + 1].text == '=':
                        value_from = start + 2
                    value = self.text[tokens[value_from].start:tokens[place - 1].end]
                    if value_from > start:
                        kwargs[tokens[start].text] = value
                    else:
                        args.append(value)
                start = place + 1
                if text == ')':
                    return tuple(args), kwargs, place
            elif text in ('(', '[', '{') and text:
                depth += 1
            elif text in (')', ']', '}') and text:
                depth -= 1
        return None

    @staticmethod
    def written(args, kwargs):
        return '(' + ', '.join(list(args) + [f'{key}={value}' for key, value in kwargs.items()]) + ')'

    def look_at_call(self, tokens, at, end, full, new):
        found = self.arguments(tokens, end + 1)
        start = tokens[at].start
        if found is None:
            if new != full and new[0] != '=':
                self.replace(start, tokens[end].end, self.spelt(new))
            return
        args, kwargs, closing = found
        stop = tokens[closing].end
        old_name = full.rpartition('.')[2]
        if new[0] == '=':
            self.special(tokens, at, closing, new[1:], args, kwargs)
            return
        holder, _, last = new.rpartition('.')
        family = {'keras.layers': 'Layer', 'keras.optimizers': 'Optimizer'}.get(holder, '')
        callee = old_name if old_name in TODAY else _CLASSES.get(last, last)
        if old_name == 'AtrousConvolution2D':
            callee = 'Convolution2D'
        values = Source(self)
        mended = mend(callee, family, args, kwargs, values)
        if last == 'Conv2D' and mended is None and old_name == 'Conv2D' and len(args) >= 3 and args[1].isdigit() \
                and args[2].isdigit() and int(args[2]) > 1:
            self.findings.append((self.text.count('\n', 0, start) + 1, start,
                                  f'note: {self.text[start:stop]} has a stride of {args[2]}; before Keras 2 it was a kernel of '
                                  f'{args[1]} by {args[2]}', ''))
        args, kwargs = mended or (args, kwargs)
        changed = mended is not None
        if old_name == 'ThresholdedReLU':
            theta = args[0] if args else kwargs.pop('theta', '1.0')
            kwargs, args, changed = dict({'threshold': theta}, **kwargs), (), True
        if old_name == 'set_image_dim_ordering' and args:
            format_of = literal_of(args[0])[1]
            args, changed = (repr(DATA_FORMATS.get(format_of, format_of)),), True
        if old_name in ('Sequential',) and len(args) == 1 and not args[0].startswith(('[', '(')) and '(' in args[0]:
            root, _, rest = re.match(r'[\w.]*', args[0]).group().partition('.')
            if self.canonical(f"{self.bound.get(root, '')}.{rest}").startswith('keras.layers'):
                args, changed = (f'[{args[0]}]',), True
        if last == 'ModelCheckpoint':
            self.name_of_file(args[0] if args else kwargs.get('filepath'), 'save_weights_only' in kwargs
                              and kwargs['save_weights_only'] == 'True')
        name = self.text[start:tokens[end].end] if new == full else self.spelt(new)
        if changed or new != full:
            text = name + (self.written(args, kwargs) if changed else self.text[tokens[end + 1].start:stop])
            if text != self.text[start:stop]:
                self.replace(start, stop, text)

    def name_of_file(self, value, weights):
        known, path = literal_of(value) if value else (False, None)
        if not known or not isinstance(path, str):
            return
        stem = re.sub(r'(\.weights)?\.(h5|hdf5)$', '', path)
        if weights and not path.endswith('.weights.h5'):
            self.renamed[path] = stem + '.weights.h5'
        elif not weights and path.endswith('.hdf5'):
            self.renamed[path] = stem + '.keras'

    def special(self, tokens, at, closing, name, args, kwargs):
        start, stop = tokens[at].start, tokens[closing].end
        if name == 'merge' and args:
            mode = literal_of(kwargs.get('mode', "'sum'"))[1]
            if mode not in MERGES:
                self.found(start, self.text[start:stop], None)
                return
            rest = {key: value for key, value in kwargs.items() if key == 'name'}
            if mode == 'concat' and 'concat_axis' in kwargs:
                rest['axis'] = kwargs['concat_axis']
            if mode == 'dot':
                rest['axes'] = kwargs.get('dot_axes', '-1')
            self.replace(start, stop, self.spelt('keras.layers.' + MERGES[mode]) + self.written(args, rest))
        elif name == 'TimeDistributedDense':
            inner = mend('Dense', 'Layer', args, kwargs, Source(self)) or (args, kwargs)
            self.replace(start, stop, f"{self.spelt('keras.layers.TimeDistributed')}({self.spelt('keras.layers.Dense')}"
                                      f'{self.written(*inner)})')
        elif name == 'set_value' and len(args) == 2:
            self.replace(start, stop, f'{args[0]}.assign({args[1]})')
        elif name == 'int_shape' and len(args) == 1:
            self.replace(start, stop, f'tuple({args[0]}.shape)')
        elif name == 'nothing':
            self.replace(start, stop, 'None')
        else:
            self.found(start, self.text[start:stop], None)

    def look_at_member(self, tokens, at):
        """A method or attribute of something that is not a module: model.fit(nb_epoch=3)."""
        first = self.first_of(tokens, at)
        if self.bound.get(tokens[first].text, '') and all(token.kind == 'name' or token.text == '.'
                                                          for token in tokens[first:at]):
            return
        name = tokens[at].text
        called = at + 1 < len(tokens) and tokens[at + 1].text == '('
        if not called:
            if name == 'lr' and at > 1 and tokens[at - 2].text in ('optimizer', 'opt'):
                self.replace(tokens[at].start, tokens[at].end, 'learning_rate', tokens[at - 2].text + '.lr')
            return
        found = self.arguments(tokens, at + 1)
        if found is None:
            return
        args, kwargs, closing = found
        start, stop = tokens[at].start, tokens[closing].end
        if name == 'predict_classes':
            receiver = self.text[tokens[first].start:tokens[at - 1].start]
            call = f'{receiver}.predict{self.written(args, kwargs)}'
            single = re.search(r'\bDense\(\s*(?:units\s*=\s*|output_dim\s*=\s*)?1\b', self.text)
            self.replace(tokens[first].start, stop,
                         f"({call} > 0.5).astype('int32')" if single else f'{call}.argmax(axis=-1)')
            return
        if name == 'predict_proba' and not any(full.startswith('sklearn') for full in self.bound.values()):
            self.replace(start, tokens[at].end, 'predict', 'predict_proba')
            return
        if name == 'save_weights' and args:
            known, path = literal_of(args[0])
            if known and isinstance(path, str) and not path.endswith('.weights.h5'):
                self.renamed[path] = re.sub(r'\.(h5|hdf5)$', '', path) + '.weights.h5'
        if name not in ('fit', 'evaluate', 'predict', 'compile') and name not in _GENERATORS:
            return
        self.mend_method(tokens, at, closing, name, args, kwargs)

    def mend_method(self, tokens, at, closing, name, args, kwargs):
        start, stop = tokens[at].start, tokens[closing].end
        new = _GENERATORS.get(name, name)
        changed = new != name
        if changed and len(args) > 1:
            kwargs, args = dict(zip(_NAMES_OF_FIT[new], args[1:]), **kwargs), args[:1]
        if changed and 'generator' in kwargs:
            args = (kwargs.pop('generator'),)
        batch = kwargs.get('batch_size', 'batch_size' if re.search(r'^batch_size\s*=', self.text, re.MULTILINE) else '32')
        for old, today in (('samples_per_epoch', 'steps_per_epoch'), ('nb_val_samples', 'validation_steps'),
                           ('val_samples', 'steps')):
            if old in kwargs:
                kwargs[today], changed = f'max(1, {kwargs.pop(old)} // {batch})', True
        if kwargs.get('show_accuracy', 'False') == 'True':
            self.wanted_metrics = "['accuracy']"
        if new == 'fit' and 'metrics' in kwargs:
            self.wanted_metrics = kwargs['metrics']
        mended = mend(new, '', args, kwargs, Source(self))
        if mended is not None:
            (args, kwargs), changed = mended, True
        if new == 'compile':
            if 'metrics' not in kwargs and self.wanted_metrics:
                kwargs['metrics'], changed = self.wanted_metrics, True
            if isinstance(literal_of(kwargs.get('metrics', ''))[1], str):
                kwargs['metrics'], changed = f"[{kwargs['metrics']}]", True
        if changed:
            self.replace(start, stop, new + self.written(args, kwargs))

    @staticmethod
    def first_of(tokens, at):
        """Where the expression begins whose member stands at `at`."""
        place = at
        while place > 1 and tokens[place - 1].text == '.':
            place -= 2
            while tokens[place].kind == 'op' and tokens[place].text in ')]}':
                depth = 0
                while place >= 0:
                    if tokens[place].kind == 'op' and tokens[place].text in ')]}':
                        depth += 1
                    elif tokens[place].kind == 'op' and tokens[place].text in '([{':
                        depth -= 1
                        if depth == 0:
                            break
                    place -= 1
                if place > 0 and tokens[place - 1].kind in ('name', 'string') or tokens[place - 1].text in ')]':
                    place -= 1
                else:
                    break
        return max(place, 0)

    def look_at_string(self, tokens, at):
        known, value = literal_of(tokens[at].text)
        if not known or not isinstance(value, str):
            return
        start, end = tokens[at].start, tokens[at].end
        quote = tokens[at].text[0]
        before = tokens[at - 1].text if at else ''
        after = tokens[at + 1].text if at + 1 < len(tokens) else ''
        subscript = before == '[' and after == ']' and at > 1 and (tokens[at - 2].kind == 'name' or tokens[at - 2].text in ')]') \
            and tokens[at - 2].text not in ('in', 'return', 'print')
        watched = before == '=' and at > 1 and tokens[at - 2].text == 'monitor'
        if value in HISTORY and (subscript or watched or (value == 'val_acc')) and self.says_accuracy():
            self.replace(start, end, quote + HISTORY[value] + quote)
        elif value in ('tf', 'th') and (before == '==' or after == '==') and 'image_dim_ordering' in self.text:
            self.replace(start, end, quote + DATA_FORMATS[value] + quote)

    def says_accuracy(self):
        """Whether what is recorded is called accuracy: the program asked for it by that name."""
        if re.search(r"""metrics\s*=\s*\[[^\]]*['"]acc['"]""", self.text):
            return False
        return bool(re.search(r"""['"]accuracy['"]""", self.text)) or 'show_accuracy' in self.text

    # -- the whole

    def mend(self):
        self.read_imports()
        self.mend_all()
        if self.wanted_metrics:
            self.again_compile()
        for path, new in self.renamed.items():
            for token in tokens_of(self.text)[::-1]:
                if token.kind == 'string' and literal_of(token.text) == (True, path):
                    self.replace(token.start, token.end, token.text[0] + new + token.text[0])
        self.add_imports()

    def again_compile(self):
        """compile() that stands behind the fit which asked for accuracy (in a function, say)."""
        tokens = tokens_of(self.text)
        for at in range(len(tokens) - 2, 0, -1):
            if tokens[at].text == 'compile' and tokens[at - 1].text == '.' and tokens[at + 1].text == '(':
                found = self.arguments(tokens, at + 1)
                if found and 'metrics' not in found[1]:
                    kwargs = dict(found[1], metrics=self.wanted_metrics)
                    self.replace(tokens[at].start, tokens[found[2]].end, 'compile' + self.written(found[0], kwargs))
                    tokens = tokens_of(self.text)

    def add_imports(self):
        if not self.imports:
            return
        at = 0
        for match in re.finditer(r'^(?:import|from)\b', self.text, re.MULTILINE):
            if not self.text.startswith('from __future__', match.start()):
                at = match.start()
                break
        self.text = self.text[:at] + ''.join(line + '\n' for line in self.imports) + self.text[at:]


def main(path, out):
    try:
        with open(path, encoding='utf-8') as file:
            text = file.read()
    except OSError as error:
        print(f"nnsh: can't open file '{path}': {error}", file=sys.stderr)
        return 2
    script = Script(text, path)
    script.mend()
    for line, _, old, new in sorted(script.findings, key=lambda finding: finding[:2]):
        if new == '':
            print(f'{path}:{line}: {old}')
        elif new is None:
            print(f'{path}:{line}: {old} -> (nothing in Keras 3.15 takes its place)')
        else:
            print(f'{path}:{line}: {old} -> {new}')
    if out is None:
        return 1 if script.findings else 0
    try:
        with open(out, 'w', encoding='utf-8') as file:
            file.write(script.text)
    except OSError as error:
        print(f"nnsh: can't write file '{out}': {error}", file=sys.stderr)
        return 2
    return 0
