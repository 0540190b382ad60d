"""Texts as counts of their words: what the vectorizers share, and CountVectorizer."""
import re
import unicodedata
import numpy as np
from _scipy_sparse import csr_matrix
from _sklearn_stop_words import ENGLISH_STOP_WORDS
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils._param_validation import invalid

_BLANKS = re.compile(r'\s\s+')


def strip_accents_unicode(s):
    """Letters without their accents."""
    return ''.join(c for c in unicodedata.normalize('NFKD', s) if not unicodedata.combining(c))


def strip_accents_ascii(s):
    """Letters without their accents; what has no plain letter is left out."""
    return unicodedata.normalize('NFKD', s).encode('ASCII', 'ignore').decode('ASCII')


def strip_tags(s):
    """A text without the tags of HTML."""
    return re.sub(r'<([^>]+)>', ' ', s)


def given_texts(documents):
    """The documents, or the error where a single text was given for them."""
    if isinstance(documents, str):
        raise ValueError("Iterable over raw text documents expected, string object received.")
    return documents


class VectorizerMixin:
    """From a document to its terms: decode, preprocess, tokenize, n-grams."""

    def decode(self, doc):
        """A document as text."""
        if isinstance(doc, bytes):
            doc = doc.decode(self.encoding, self.decode_error)
        if isinstance(doc, float) and doc != doc or doc is None:
            raise ValueError("np.nan is an invalid document, expected byte or unicode string.")
        return doc

    def build_preprocessor(self):
        """The function that is applied to each text before it is cut into tokens."""
        if self.preprocessor is not None:
            return self.preprocessor
        if self.strip_accents == 'unicode':
            strip = strip_accents_unicode
        elif self.strip_accents == 'ascii':
            strip = strip_accents_ascii
        else:
            strip = self.strip_accents
        lower = self.lowercase

        def preprocess(doc):
            doc = doc.lower() if lower else doc
            return doc if strip is None else strip(doc)
        return preprocess

    def build_tokenizer(self):
        """The function that cuts a text into tokens."""
        if self.tokenizer is not None:
            return self.tokenizer
        pattern = re.compile(self.token_pattern)
        if pattern.groups > 1:
            raise ValueError("More than 1 capturing group in token pattern. Only a single group should be captured.")
        return pattern.findall

    def get_stop_words(self):
        """The words that are left out."""
        stop = self.stop_words
        if isinstance(stop, str):
            if stop != 'english':
                invalid('stop_words', type(self).__name__,
                        "a str among {'english'}, an instance of 'list' or None", stop)
            return ENGLISH_STOP_WORDS
        return None if stop is None else frozenset(stop)

    def _word_ngrams(self, tokens, stop_words=None):
        if stop_words is not None:
            tokens = [w for w in tokens if w not in stop_words]
        least, most = self.ngram_range
        if most == 1:
            return tokens
        out = list(tokens) if least == 1 else []
        for n in range(max(least, 2), min(most + 1, len(tokens) + 1)):
            out.extend(' '.join(tokens[i:i + n]) for i in range(len(tokens) - n + 1))
        return out

    def _char_ngrams(self, text):
        text = _BLANKS.sub(' ', text)
        least, most = self.ngram_range
        out = list(text) if least == 1 else []
        for n in range(max(least, 2) if least == 1 else least, min(most + 1, len(text) + 1)):
            out.extend(text[i:i + n] for i in range(len(text) - n + 1))
        return out

    def _char_wb_ngrams(self, text):
        text = _BLANKS.sub(' ', text)
        least, most = self.ngram_range
        out = []
        for word in text.split():
            word = f' {word} '
            for n in range(least, most + 1):
                out.append(word[:n])
                out.extend(word[i:i + n] for i in range(1, len(word) - n + 1))
                if len(word) <= n:
                    break
        return out

    def build_analyzer(self):
        """The function that makes of a document the list of its terms."""
        if callable(self.analyzer):
            return lambda doc: self.analyzer(self.decode(doc))
        preprocess = self.build_preprocessor()
        if self.analyzer == 'word':
            tokenize, stop_words = self.build_tokenizer(), self.get_stop_words()
            return lambda doc: self._word_ngrams(tokenize(preprocess(self.decode(doc))), stop_words)
        ngrams = self._char_ngrams if self.analyzer == 'char' else self._char_wb_ngrams
        return lambda doc: ngrams(preprocess(self.decode(doc)))

    def _check_parameters(self):
        name = type(self).__name__
        if not callable(self.analyzer) and self.analyzer not in ('word', 'char', 'char_wb'):
            invalid('analyzer', name, "a str among {'char', 'char_wb', 'word'} or a callable", self.analyzer)
        least, most = self.ngram_range
        if least > most:
            raise ValueError(f"Invalid value for ngram_range={self.ngram_range} lower boundary larger than the upper "
                             "boundary.")


class CountVectorizer(VectorizerMixin, TransformerMixin, BaseEstimator):
    """A column for each word of the texts: how often it occurs in each."""

    def __init__(self, *, input='content', encoding='utf-8', decode_error='strict', strip_accents=None, lowercase=True,
                 preprocessor=None, tokenizer=None, stop_words=None, token_pattern=r'(?u)\b\w\w+\b', ngram_range=(1, 1),
                 analyzer='word', max_df=1.0, min_df=1, max_features=None, vocabulary=None, binary=False,
                 dtype=np.int64):
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
        self.max_df = max_df
        self.min_df = min_df
        self.max_features = max_features
        self.ngram_range = ngram_range
        self.vocabulary = vocabulary
        self.binary = binary
        self.dtype = dtype

    def _given_vocabulary(self):
        vocabulary = self.vocabulary
        self.fixed_vocabulary_ = vocabulary is not None
        if vocabulary is None:
            return
        if not isinstance(vocabulary, dict):
            if isinstance(vocabulary, (set, frozenset)):
                vocabulary = sorted(vocabulary)
            made = {}
            for term in vocabulary:
                if term in made:
                    raise ValueError(f"Duplicate term in vocabulary: {term!r}")
                made[term] = len(made)
            vocabulary = made
        elif len(set(vocabulary.values())) != len(vocabulary):
            raise ValueError("Vocabulary contains repeated indices.")
        if not vocabulary:
            raise ValueError("empty vocabulary passed to fit")
        self.vocabulary_ = dict(vocabulary)

    def _counted(self, documents, vocabulary, fixed):
        """The counts, in the order of the vocabulary inside of each row; a vocabulary that is not fixed grows."""
        analyze = self.build_analyzer()
        columns, counts, starts = [], [], [0]
        for document in documents:
            found = {}
            for term in analyze(document):
                place = vocabulary.get(term)
                if place is None:
                    if fixed:
                        continue
                    place = vocabulary[term] = len(vocabulary)
                found[place] = found.get(place, 0) + 1
            for place in sorted(found):
                columns.append(place)
                counts.append(found[place])
            starts.append(len(columns))
        if not fixed and not vocabulary:
            raise ValueError("empty vocabulary; perhaps the documents only contain stop words")
        data = np.array(counts, dtype=self.dtype)
        return csr_matrix((data, np.array(columns, dtype=np.int64), np.array(starts)),
                          shape=(len(starts) - 1, len(vocabulary)))

    def _sorted_by_name(self, X, vocabulary):
        order = np.empty(len(vocabulary), dtype=np.int64)
        for new, (term, old) in enumerate(sorted(vocabulary.items())):
            vocabulary[term] = new
            order[old] = new
        return csr_matrix((X.data, order[X.indices], X.indptr), shape=X.shape)

    def _limited(self, X, vocabulary, high, low, limit):
        """Without terms that are in too many or too few documents, and without the rarest beyond the limit."""
        occurs = X.getnnz(axis=0)
        mask = np.ones(len(occurs), dtype=bool)
        if high is not None:
            mask &= occurs <= high
        if low is not None:
            mask &= occurs >= low
        if limit is not None and mask.sum() > limit:
            often = np.asarray(X.sum(axis=0)).ravel()
            most = (-often[mask]).argsort()[:limit]
            kept = np.zeros(len(occurs), dtype=bool)
            kept[np.flatnonzero(mask)[most]] = True
            mask = kept
        new = np.cumsum(mask) - 1
        for term, old in list(vocabulary.items()):
            if mask[old]:
                vocabulary[term] = new[old]
            else:
                del vocabulary[term]
        kept = np.flatnonzero(mask)
        if len(kept) == 0:
            raise ValueError("After pruning, no terms remain. Try a lower min_df or a higher max_df.")
        return X[:, kept]

    def fit(self, raw_documents, y=None):
        self.fit_transform(raw_documents)
        return self

    def fit_transform(self, raw_documents, y=None):
        given_texts(raw_documents)
        self._check_parameters()
        self._given_vocabulary()
        vocabulary = self.vocabulary_ if self.fixed_vocabulary_ else {}
        X = self._counted(raw_documents, vocabulary, self.fixed_vocabulary_)
        if self.binary:
            X.data[:] = 1
        if not self.fixed_vocabulary_:
            n = X.shape[0]
            whole = (int, np.integer)
            high = self.max_df if isinstance(self.max_df, whole) else self.max_df * n
            low = self.min_df if isinstance(self.min_df, whole) else self.min_df * n
            if high < low:
                raise ValueError("max_df corresponds to < documents than min_df")
            if self.max_features is not None:
                X = self._sorted_by_name(X, vocabulary)
            X = self._limited(X, vocabulary, high, low, self.max_features)
            if self.max_features is None:
                X = self._sorted_by_name(X, vocabulary)
            self.vocabulary_ = vocabulary
        return X

    def _known(self):
        if 'vocabulary_' not in self.__dict__:
            self._given_vocabulary()
            if not self.fixed_vocabulary_:
                from sklearn.exceptions import NotFittedError
                raise NotFittedError("Vocabulary not fitted or provided")

    def transform(self, raw_documents):
        given_texts(raw_documents)
        self._known()
        X = self._counted(raw_documents, self.vocabulary_, True)
        if self.binary:
            X.data[:] = 1
        return X

    def inverse_transform(self, X):
        """The terms of each row."""
        self._known()
        X = X if hasattr(X, 'toarray') else csr_matrix(np.asarray(X))
        terms = np.array(self.get_feature_names_out().tolist())
        return [terms[X[i].nonzero()[1]] for i in range(X.shape[0])]

    def get_feature_names_out(self, input_features=None):
        """The terms, in the order of their columns."""
        self._known()
        return np.asarray([t for t, _ in sorted(self.vocabulary_.items(), key=lambda item: item[1])], dtype=object)
