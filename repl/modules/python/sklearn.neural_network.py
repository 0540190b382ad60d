"""sklearn.neural_network is not part of nnsh; importing it says so."""
raise ImportError("nnsh has no sklearn.neural_network (Keras is what nnsh has for it): "
                  "what it has is in sklearn.linear_model, neighbors, cluster, decomposition, preprocessing, "
                  "metrics and model_selection")
