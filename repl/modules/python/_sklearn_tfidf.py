"""Counts of words weighed by how rare each word is: TfidfTransformer, TfidfVectorizer."""
import numpy as np
from _scipy_sparse import csr_matrix, issparse
from _sklearn_vectorizers import CountVectorizer, given_texts
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.exceptions import NotFittedError


def normalized(X, norm):
    """The rows of a sparse matrix divided by their length, their sum or their greatest element."""
    sizes = np.zeros(X.shape[0], dtype=np.float64)
    if norm == 'l2':
        np.add.at(sizes, X.row, X.data * X.data)
        sizes = np.sqrt(sizes)
    elif norm == 'l1':
        np.add.at(sizes, X.row, np.abs(X.data))
    else:
        np.maximum.at(sizes, X.row, np.abs(X.data))
    sizes[sizes == 0] = 1
    return X._each(X.data / sizes[X.row])


class TfidfTransformer(TransformerMixin, BaseEstimator):
    """Each count times the logarithm of how rare its word is; rows of length 1."""

    def __init__(self, *, norm='l2', use_idf=True, smooth_idf=True, sublinear_tf=False):
        self.norm = norm
        self.use_idf = use_idf
        self.smooth_idf = smooth_idf
        self.sublinear_tf = sublinear_tf

    def fit(self, X, y=None):
        X = X if issparse(X) else csr_matrix(np.asarray(X))
        self.n_features_in_ = X.shape[1]
        if self.use_idf:
            occurs = X.getnnz(axis=0).astype(np.float64) + float(self.smooth_idf)
            self.idf_ = np.log((X.shape[0] + int(self.smooth_idf)) / occurs) + 1.0
        return self

    def transform(self, X, copy=True):
        if 'n_features_in_' not in self.__dict__:
            self._check_fitted('n_features_in_')
        X = (X if issparse(X) else csr_matrix(np.asarray(X))).astype(np.float64)
        if X.shape[1] != self.n_features_in_:
            raise ValueError(f"X has {X.shape[1]} features, but {type(self).__name__} is expecting "
                             f"{self.n_features_in_} features as input.")
        if self.sublinear_tf:
            X = X._each(np.log(X.data) + 1)
        if self.use_idf:
            X = X._each(X.data * self.idf_[X.indices])
        return X if self.norm is None else normalized(X, self.norm)

    def get_feature_names_out(self, input_features=None):
        from sklearn.preprocessing import _feature_names
        return _feature_names(self, input_features)


class TfidfVectorizer(CountVectorizer):
    """CountVectorizer, then TfidfTransformer."""

    def __init__(self, *, input='content', encoding='utf-8', decode_error='strict', strip_accents=None, lowercase=True,
                 preprocessor=None, tokenizer=None, analyzer='word', stop_words=None, token_pattern=r'(?u)\b\w\w+\b',
                 ngram_range=(1, 1), max_df=1.0, min_df=1, max_features=None, vocabulary=None, binary=False,
                 dtype=np.float64, norm='l2', use_idf=True, smooth_idf=True, sublinear_tf=False):
        super().__init__(input=input, encoding=encoding, decode_error=decode_error, strip_accents=strip_accents,
                         lowercase=lowercase, preprocessor=preprocessor, tokenizer=tokenizer, analyzer=analyzer,
                         stop_words=stop_words, token_pattern=token_pattern, ngram_range=ngram_range, max_df=max_df,
                         min_df=min_df, max_features=max_features, vocabulary=vocabulary, binary=binary, dtype=dtype)
        self.norm = norm
        self.use_idf = use_idf
        self.smooth_idf = smooth_idf
        self.sublinear_tf = sublinear_tf

    @property
    def idf_(self):
        """How rare each word is."""
        if '_tfidf' not in self.__dict__:
            raise NotFittedError(f"{type(self).__name__} is not fitted yet. Call 'fit' with appropriate arguments "
                                 "before using this attribute.")
        return self._tfidf.idf_

    def fit(self, raw_documents, y=None):
        self.fit_transform(raw_documents)
        return self

    def fit_transform(self, raw_documents, y=None):
        X = super().fit_transform(raw_documents)
        self._tfidf = TfidfTransformer(norm=self.norm, use_idf=self.use_idf, smooth_idf=self.smooth_idf,
                                       sublinear_tf=self.sublinear_tf)
        return self._tfidf.fit(X).transform(X)

    def transform(self, raw_documents):
        given_texts(raw_documents)
        if '_tfidf' not in self.__dict__:
            raise NotFittedError("The TF-IDF vectorizer is not fitted")
        return self._tfidf.transform(super().transform(raw_documents))
