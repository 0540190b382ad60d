"""Features whose columns are hashes of their names, and dicts as rows: FeatureHasher, HashingVectorizer, DictVectorizer."""
import numpy as np
from _scipy_sparse import csr_matrix
from _sklearn_tfidf import normalized
from _sklearn_vectorizers import VectorizerMixin, given_texts
from sklearn.base import BaseEstimator, TransformerMixin

_WORD = 0xffffffff


def murmurhash3(data, seed=0):
    """MurmurHash3 of bytes, 32 bits, with a sign."""
    h, whole = seed, len(data) // 4 * 4
    for i in range(0, whole, 4):
        k = (data[i] | data[i + 1] << 8 | data[i + 2] << 16 | data[i + 3] << 24) * 0xcc9e2d51 & _WORD
        h ^= (k << 15 | k >> 17) * 0x1b873593 & _WORD
        h = ((h << 13 | h >> 19) & _WORD) * 5 + 0xe6546b64 & _WORD
    k = 0
    for i in range(len(data) - 1, whole - 1, -1):
        k = k << 8 | data[i]
    if whole < len(data):
        k = k * 0xcc9e2d51 & _WORD
        h ^= (k << 15 | k >> 17) * 0x1b873593 & _WORD
    h ^= len(data)
    h = (h ^ h >> 16) * 0x85ebca6b & _WORD
    h = (h ^ h >> 13) * 0xc2b2ae35 & _WORD
    h ^= h >> 16
    return h - (1 << 32) if h >> 31 else h


class FeatureHasher(TransformerMixin, BaseEstimator):
    """Features by name in a fixed number of columns."""

    def __init__(self, n_features=1048576, *, input_type='dict', dtype=np.float64, alternate_sign=True):
        self.dtype = dtype
        self.input_type = input_type
        self.n_features = n_features
        self.alternate_sign = alternate_sign

    def fit(self, X=None, y=None):
        return self

    def transform(self, raw_X):
        columns, values, starts, known = [], [], [0], {}
        for row in raw_X:
            if self.input_type == 'string':
                if isinstance(row, str):
                    raise ValueError("Samples can not be a single string. The input must be an iterable over iterables "
                                     "of strings.")
                pairs = [(name, 1) for name in row]
            else:
                pairs = row.items() if self.input_type == 'dict' else row
            for name, value in pairs:
                if isinstance(value, str):
                    name, value = f'{name}={value}', 1
                if value == 0:
                    continue
                h = known.get(name)
                if h is None:
                    h = known[name] = murmurhash3(name.encode('utf-8') if isinstance(name, str) else name)
                columns.append(abs(h) % self.n_features)
                values.append(value if h >= 0 or not self.alternate_sign else -value)
            starts.append(len(columns))
        out = csr_matrix((np.array(values, dtype=self.dtype), np.array(columns, dtype=np.int64), np.array(starts)),
                         shape=(len(starts) - 1, self.n_features))
        out.sum_duplicates()
        return out


class HashingVectorizer(VectorizerMixin, TransformerMixin, BaseEstimator):
    """A column for each hash of a word; nothing is learnt from the texts."""

    def __init__(self, *, input='content', encoding='utf-8', decode_error='strict', strip_accents=None, lowercase=True,
                 preprocessor=None, tokenizer=None, stop_words=None, token_pattern=r'(?u)\b\w\w+\b', ngram_range=(1, 1),
                 analyzer='word', n_features=1048576, binary=False, norm='l2', alternate_sign=True, dtype=np.float64):
        self.input = input
        self.encoding = encoding
        self.decode_error = decode_error
        self.strip_accents = strip_accents
        self.preprocessor = preprocessor
        self.tokenizer = tokenizer
        self.analyzer = analyzer
        self.lowercase = lowercase
        self.token_pattern = token_pattern
        self.stop_words = stop_words
        self.n_features = n_features
        self.ngram_range = ngram_range
        self.binary = binary
        self.norm = norm
        self.alternate_sign = alternate_sign
        self.dtype = dtype

    def fit(self, X, y=None):
        given_texts(X)
        self._check_parameters()
        return self

    def partial_fit(self, X, y=None):
        return self

    def transform(self, X):
        given_texts(X)
        self._check_parameters()
        analyze = self.build_analyzer()
        hasher = FeatureHasher(self.n_features, input_type='string', dtype=self.dtype,
                               alternate_sign=self.alternate_sign)
        out = hasher.transform(analyze(doc) for doc in X)
        if self.binary:
            out.data[:] = 1
        return out if self.norm is None else normalized(out, self.norm)


class DictVectorizer(TransformerMixin, BaseEstimator):
    """Dicts as rows: a column for each name of a number, and for each value of a text."""

    def __init__(self, *, dtype=np.float64, separator='=', sparse=True, sort=True):
        self.dtype = dtype
        self.separator = separator
        self.sparse = sparse
        self.sort = sort

    def _pairs(self, row):
        for name, value in row.items():
            if isinstance(value, str):
                yield f'{name}{self.separator}{value}', 1
            elif isinstance(value, (list, tuple, set)):
                for each in value:
                    yield f'{name}{self.separator}{each}', 1
            else:
                yield name, value

    def fit(self, X, y=None):
        names = list(dict.fromkeys(name for row in ([X] if isinstance(X, dict) else X) for name, _ in self._pairs(row)))
        self.feature_names_ = sorted(names) if self.sort else names
        self.vocabulary_ = {name: i for i, name in enumerate(self.feature_names_)}
        return self

    def transform(self, X):
        self._check_fitted('vocabulary_')
        columns, values, starts = [], [], [0]
        for row in [X] if isinstance(X, dict) else X:
            for name, value in self._pairs(row):
                if name in self.vocabulary_:
                    columns.append(self.vocabulary_[name])
                    values.append(np.nan if value is None else value)
            starts.append(len(columns))
        out = csr_matrix((np.array(values, dtype=self.dtype), np.array(columns, dtype=np.int64), np.array(starts)),
                         shape=(len(starts) - 1, len(self.vocabulary_)))
        out.sort_indices()
        return out if self.sparse else out.toarray()

    def inverse_transform(self, X, dict_type=dict):
        """Rows as dicts of what is not zero."""
        X = X.toarray() if hasattr(X, 'toarray') else np.asarray(X)
        return [dict_type((self.feature_names_[j], X[i, j]) for j in np.flatnonzero(X[i]).tolist())
                for i in range(len(X))]

    def get_feature_names_out(self, input_features=None):
        """The names of the columns."""
        self._check_fitted('vocabulary_')
        return np.asarray([str(name) for name in self.feature_names_], dtype=object)
