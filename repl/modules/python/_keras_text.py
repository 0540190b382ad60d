"""Texts as numbers: what keras.preprocessing.text was, and tf.keras still has."""
import numpy as np

_FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'


def text_to_word_sequence(input_text, filters=_FILTERS, lower=True, split=' '):
    if lower:
        input_text = input_text.lower()
    for sign in filters:
        input_text = input_text.replace(sign, split)
    return [word for word in input_text.split(split) if word]


def one_hot(input_text, n, filters=_FILTERS, lower=True, split=' ', analyzer=None):
    """Words as numbers by their hash(), which as in Python differs from run to run."""
    return hashing_trick(input_text, n, hash, filters, lower, split, analyzer)


def hashing_trick(text, n, hash_function=None, filters=_FILTERS, lower=True, split=' ', analyzer=None):
    words = analyzer(text) if analyzer else text_to_word_sequence(text, filters, lower, split)
    if hash_function == 'md5':
        import hashlib
        return [_remainder(hashlib.md5(word.encode()).hexdigest(), n - 1) + 1 for word in words]
    function = hash if hash_function is None else hash_function
    return [function(word) % (n - 1) + 1 for word in words]


def _remainder(digits, by):
    value = 0
    for digit in digits:
        value = (value * 16 + int(digit, 16)) % by
    return value


class Tokenizer:
    """Numbers words by how often they come."""

    def __init__(self, num_words=None, filters=_FILTERS, lower=True, split=' ', char_level=False, oov_token=None,
                 analyzer=None, **kwargs):
        if 'nb_words' in kwargs:
            num_words = kwargs.pop('nb_words')
        document_count = kwargs.pop('document_count', 0)
        if kwargs:
            raise TypeError(f'Unrecognized keyword arguments: {kwargs}')
        self.word_counts = {}
        self.word_docs = {}
        self.filters = filters
        self.split = split
        self.lower = lower
        self.num_words = num_words
        self.document_count = document_count
        self.char_level = char_level
        self.oov_token = oov_token
        self.index_docs = {}
        self.word_index = {}
        self.index_word = {}
        self.analyzer = analyzer

    def _words(self, text):
        if self.char_level or isinstance(text, list):
            if self.lower:
                text = [each.lower() for each in text] if isinstance(text, list) else text.lower()
            return text
        if self.analyzer is not None:
            return self.analyzer(text)
        return text_to_word_sequence(text, self.filters, self.lower, self.split)

    def fit_on_texts(self, texts):
        for text in texts:
            self.document_count += 1
            words = self._words(text)
            for word in words:
                self.word_counts[word] = self.word_counts.get(word, 0) + 1
            for word in set(words):
                self.word_docs[word] = self.word_docs.get(word, 0) + 1
        counts = sorted(self.word_counts.items(), key=lambda pair: pair[1], reverse=True)
        known = [] if self.oov_token is None else [self.oov_token]
        known += [word for word, _ in counts]
        self.word_index = dict(zip(known, range(1, len(known) + 1)))
        self.index_word = {number: word for word, number in self.word_index.items()}
        for word, count in self.word_docs.items():
            self.index_docs[self.word_index[word]] = count

    def fit_on_sequences(self, sequences):
        self.document_count += len(sequences)
        for sequence in sequences:
            for number in set(sequence):
                self.index_docs[number] = self.index_docs.get(number, 0) + 1

    def texts_to_sequences(self, texts):
        return list(self.texts_to_sequences_generator(texts))

    def texts_to_sequences_generator(self, texts):
        unknown = self.word_index.get(self.oov_token)
        for text in texts:
            found = []
            for word in self._words(text):
                number = self.word_index.get(word)
                if number is not None and not (self.num_words and number >= self.num_words):
                    found.append(number)
                elif self.oov_token is not None:
                    found.append(unknown)
            yield found

    def sequences_to_texts(self, sequences):
        return list(self.sequences_to_texts_generator(sequences))

    def sequences_to_texts_generator(self, sequences):
        unknown = self.word_index.get(self.oov_token)
        for sequence in sequences:
            words = []
            for number in sequence:
                word = self.index_word.get(number)
                if word is not None and not (self.num_words and number >= self.num_words):
                    words.append(word)
                elif self.oov_token is not None:
                    words.append(self.index_word[unknown])
            yield ' '.join(words)

    def texts_to_matrix(self, texts, mode='binary'):
        return self.sequences_to_matrix(self.texts_to_sequences(texts), mode=mode)

    def sequences_to_matrix(self, sequences, mode='binary'):
        if self.num_words:
            columns = self.num_words
        elif self.word_index:
            columns = len(self.word_index) + 1
        else:
            raise ValueError('Specify a dimension (`num_words` argument), or fit on some text data first.')
        if mode == 'tfidf' and not self.document_count:
            raise ValueError('Fit the Tokenizer on some data before using tfidf mode.')
        made = np.zeros((len(sequences), columns))
        for row, sequence in enumerate(sequences):
            counts = {}
            for number in sequence:
                if number < columns:
                    counts[number] = counts.get(number, 0) + 1
            for number, count in counts.items():
                if mode == 'count':
                    made[row][number] = count
                elif mode == 'freq':
                    made[row][number] = count / len(sequence)
                elif mode == 'binary':
                    made[row][number] = 1
                elif mode == 'tfidf':
                    made[row][number] = ((1 + np.log(count))
                                         * np.log(1 + self.document_count / (1 + self.index_docs.get(number, 0))))
                else:
                    raise ValueError('Unknown vectorization mode:', mode)
        return made

    def get_config(self):
        import json
        return {'num_words': self.num_words, 'filters': self.filters, 'lower': self.lower, 'split': self.split,
                'char_level': self.char_level, 'oov_token': self.oov_token, 'document_count': self.document_count,
                'word_counts': json.dumps(self.word_counts), 'word_docs': json.dumps(self.word_docs),
                'index_docs': json.dumps(self.index_docs), 'index_word': json.dumps(self.index_word),
                'word_index': json.dumps(self.word_index)}

    def to_json(self, **kwargs):
        import json
        return json.dumps({'class_name': type(self).__name__, 'config': self.get_config()}, **kwargs)


def tokenizer_from_json(json_string):
    import json
    config = json.loads(json_string)['config']
    counts, docs, index_docs, index_word, word_index = (
        json.loads(config.pop(name)) for name in ('word_counts', 'word_docs', 'index_docs', 'index_word', 'word_index'))
    made = Tokenizer(**config)
    made.word_counts = counts
    made.word_docs = docs
    made.index_docs = {int(number): count for number, count in index_docs.items()}
    made.index_word = {int(number): word for number, word in index_word.items()}
    made.word_index = word_index
    return made
