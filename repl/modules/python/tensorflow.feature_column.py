"""tf.feature_column, which Keras 3 does not take: its names say what does the same today."""


def _gone(name, today):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"tf.feature_column.{name}() is not there: Keras 3 takes no feature columns; {today}")
    refuse.__name__ = name
    return refuse


numeric_column = _gone("numeric_column", "give the numbers to an Input, with keras.layers.Normalization for their scale")
bucketized_column = _gone("bucketized_column", "keras.layers.Discretization puts numbers into ranges")
categorical_column_with_vocabulary_list = _gone("categorical_column_with_vocabulary_list", "keras.layers.StringLookup numbers "
                                                "the words of a list")
categorical_column_with_hash_bucket = _gone("categorical_column_with_hash_bucket", "keras.layers.Hashing does this")
categorical_column_with_identity = _gone("categorical_column_with_identity", "keras.layers.CategoryEncoding takes whole numbers")
embedding_column = _gone("embedding_column", "keras.layers.Embedding does this")
indicator_column = _gone("indicator_column", "keras.layers.CategoryEncoding does this")
crossed_column = _gone("crossed_column", "keras.layers.HashedCrossing does this")
