"""sklearn.feature_selection is not part of nnsh; importing it says so."""
raise ImportError("nnsh has no sklearn.feature_selection (feature selection): "
                  "what it has is in sklearn.linear_model, neighbors, cluster, decomposition, preprocessing, "
                  "metrics and model_selection")
