"""The names of a program for nnsh --check: what they stand for, and the import statements that bind them."""
from _keras_check_tokens import tokens_of
from _keras_old import TODAY
from _keras_old_rows import MODULES, NAMES

OLD_NAMES = {where + '.' + old: new for where, old, new in NAMES}
# What a function of _keras_old.py is in today's words.
_SPELT = {'=' + old: 'keras.layers.' + new for old, new in TODAY.items()}
_SPELT.update({'=ThresholdedReLU': 'keras.layers.ReLU', '=Session': 'tensorflow.compat.v1.Session',
               '=ConfigProto': 'tensorflow.compat.v1.ConfigProto', '=GPUOptions': 'tensorflow.compat.v1.GPUOptions',
               '=tf_logging': 'tensorflow.compat.v1.logging', '=set_image_data_format': 'keras.backend.set_image_data_format',
               '=set_image_dim_ordering': 'keras.backend.set_image_data_format', '=image_dim_ordering':
               'keras.backend.image_data_format', '=get_value': 'keras.ops.convert_to_numpy',
               '=always': 'tensorflow.executing_eagerly', '=get_logger': 'tensorflow.get_logger'})
_VALID = ('tensorflow.compat', 'tensorflow.get_logger', 'tensorflow.executing_eagerly',
          'keras.backend.set_image_data_format')  # in the table for nnsh's sake: today's Keras has them
# What tf.keras still has where keras itself has not, and what of it left there too.
_TF_KEEPS = ('keras.losses', 'keras.metrics', 'keras.backend', 'keras.preprocessing.text',
             'keras.preprocessing.image.ImageDataGenerator', 'keras.layers.ThresholdedReLU')
_TF_LACKS = ('tf', 'set_image_dim_ordering', 'image_dim_ordering', 'set_session', 'get_session', 'learning_phase',
             'set_learning_phase', 'cosine_proximity')
_TRAIN = {'AdamOptimizer': 'keras.optimizers.Adam', 'GradientDescentOptimizer': 'keras.optimizers.SGD',
          'RMSPropOptimizer': 'keras.optimizers.RMSprop', 'MomentumOptimizer': 'keras.optimizers.SGD'}


class Names:
    """The text of a program, what was found in it, and its names: what Script (_keras_check.py) mends."""

    def __init__(self, text, path):
        self.text = text
        self.path = path
        self.findings = []
        self.bound = {}      # a name of the program: the dotted name that it stands for
        self.imports = []    # lines that are needed at the top
        self.tf = False      # keras is reached through tensorflow
        self.through_tf = set()  # the names that were imported from there
        self.wanted_metrics = None
        self.renamed = {}    # names of files

    # -- what is found

    def found(self, at, old, new):
        line = self.text.count('\n', 0, at) + 1
        self.findings.append((line, at, ' '.join(old.split()), ' '.join(new.split()) if new else new))

    def replace(self, start, end, new, old=None):
        self.found(start, old or self.text[start:end], new)
        self.text = self.text[:start] + new + self.text[end:]
    # -- names

    def kept(self, dotted, through_tf):
        """Whether today's tf.keras still has a name that keras itself has not."""
        holder, _, last = dotted.rpartition('.')
        return through_tf and (dotted in _TF_KEEPS or (holder in _TF_KEEPS and last not in _TF_LACKS))

    def canonical(self, dotted):
        for prefix in ('tensorflow.python.keras', 'tensorflow.keras', 'tf_keras'):
            if dotted == prefix or dotted.startswith(prefix + '.'):
                self.tf = True
                return 'keras' + dotted[len(prefix):]
        return dotted

    def today(self, dotted):
        """Today's dotted name; the same where it is not old; None where nothing took its place."""
        parts = dotted.split('.')
        for count in range(len(parts), 0, -1):
            head, tail = '.'.join(parts[:count]), parts[count:]
            if head in _VALID:
                return dotted
            if head in MODULES and not (head == 'keras.layers.merge' and not tail):
                return None if MODULES[head][0] == '_' else self.today('.'.join([MODULES[head]] + tail))
            if head in OLD_NAMES:
                new = OLD_NAMES[head]
                if new == '=tf_train':
                    return _TRAIN.get(tail[0], None) if tail else dotted
                if new in ('=gone', '=text_module', '=learning_phase', '=no_session'):
                    return None
                if new[0] == '=' and new not in _SPELT:
                    return new
                return self.today('.'.join([_SPELT.get(new, new)] + tail))
        return dotted

    def spelt(self, dotted):
        """How a dotted name is written in this program; imports what it needs."""
        for name, full in self.bound.items():
            if full == dotted:
                return name
        parts = dotted.split('.')
        for count in range(len(parts) - 1, 0, -1):
            head = '.'.join(parts[:count])
            for name, full in self.bound.items():
                if full == head:
                    return '.'.join([name] + parts[count:])
        if self.bound.get('tf') == 'tensorflow' and parts[0] == 'keras':
            return 'tf.' + dotted
        root = parts[0]
        line = 'from tensorflow import keras' if root == 'keras' and self.tf else f'import {root}'
        if root == 'tensorflow':
            line, parts = 'import tensorflow as tf', ['tf'] + parts[1:]
        if line not in self.imports:
            self.imports.append(line)
        self.bound[parts[0]] = root
        return '.'.join(parts)
    # -- imports

    def statements(self):
        """Import statements as (first token, last token, words), from the last to the first."""
        found = []
        tokens = tokens_of(self.text)
        fresh = True
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if fresh and token.text in ('import', 'from') and token.kind == 'name':
                end = at
                while end + 1 < len(tokens) and tokens[end + 1].kind != 'newline' and tokens[end + 1].text != ';':
                    end += 1
                found.append((tokens[at:end + 1]))
                at = end
            fresh = token.kind == 'newline' or token.text in (';', ':')
            at += 1
        return found[::-1]

    def read_imports(self):
        for tokens in self.statements():
            words = [token.text for token in tokens]
            if words[0] == 'import':
                self.read_plain(tokens, words)
            elif 'import' in words:
                self.read_from(tokens, words)

    def items(self, words):
        """'a.b as c, d' as pairs of a dotted name and an alias (or None)."""
        pairs = []
        for part in ' '.join(word for word in words if word not in '()').replace(' . ', '.').split(','):
            name, _, alias = part.strip().partition(' as ')
            if name:
                pairs.append((name.strip(), alias.strip() or None))
        return pairs

    def read_plain(self, tokens, words):
        made = []
        changed = False
        for dotted, alias in self.items(words[1:]):
            full = self.canonical(dotted)
            if full.split('.')[0] not in ('keras', 'tensorflow'):
                made.append((dotted, alias))
                continue
            self.bound[alias or dotted.split('.')[0]] = full if alias else dotted.split('.')[0]
            if alias and dotted.startswith('tensorflow.keras'):
                self.through_tf.add(alias)
            new = self.today(full)
            if new == full or new is None:
                if new is None:
                    self.found(tokens[0].start, dotted, None)
                made.append((dotted, alias))
                continue
            changed = True
            made.append((('tensorflow.' if dotted.startswith('tensorflow.keras') else '') + new, alias))
            if alias:
                self.bound[alias] = new
        if changed:
            text = 'import ' + ', '.join(name + (f' as {alias}' if alias else '') for name, alias in made)
            self.replace(tokens[0].start, tokens[-1].end, text)

    def read_from(self, tokens, words):
        split = words.index('import')
        module = ''.join(words[1:split])
        where = self.canonical(module)
        if where.split('.')[0] not in ('keras', 'tensorflow') or words[split + 1:] == ['*']:
            if words[split + 1:] == ['*'] and self.today(where) not in (where, None):
                self.replace(tokens[0].start, tokens[-1].end, f'from {self.today(where)} import *')
            return
        prefix = 'tensorflow.' if module.startswith('tensorflow.keras') or module.startswith('tensorflow.python') else ''
        groups, changed = {}, False
        for name, alias in self.items(words[split + 1:]):
            full = self.canonical(module + '.' + name)
            through = f'{module}.{name}'.startswith('tensorflow.keras')
            if through:
                self.through_tf.add(alias or name)
            new = full if self.kept(full, through) or self.kept(where, through) else self.today(full)
            self.bound[alias or name] = full
            if new is None:
                self.found(tokens[0].start, f'{module}.{name}', None)
                new = full
            elif new[0] == '=':
                changed = True
                continue
            if new != full:
                changed = True
            changed = changed or where != self.canonical(module) or new.rpartition('.')[0] != where
            holder, _, last = new.rpartition('.')
            if not holder:
                groups.setdefault('', []).append((new, alias or name))
                continue
            if (last, alias) not in groups.setdefault(holder, []):
                groups[holder].append((last, alias))
            if not alias and last != name:
                self.bound[last] = new
            elif last == name:
                self.bound[alias or name] = new
        if not changed:
            return
        lines = []
        for holder, pairs in groups.items():
            if not holder:
                lines += [f'import {name}' + (f' as {alias}' if alias != name else '') for name, alias in pairs]
                continue
            start = prefix + holder if holder.startswith('keras') else holder
            if prefix and holder == 'keras':
                start = 'tensorflow.keras'
            lines.append(f'from {start} import ' + ', '.join(last + (f' as {alias}' if alias else '') for last, alias in pairs))
        before = self.text[:tokens[0].start]
        indent = before[before.rfind('\n') + 1:]
        self.replace(tokens[0].start, tokens[-1].end, ('\n' + indent).join(lines) or 'pass')
