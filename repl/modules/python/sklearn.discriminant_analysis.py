"""sklearn.discriminant_analysis is not part of nnsh; importing it says so."""
raise ImportError("nnsh has no sklearn.discriminant_analysis (discriminant analysis): "
                  "what it has is in sklearn.linear_model, neighbors, cluster, decomposition, preprocessing, "
                  "metrics and model_selection")
