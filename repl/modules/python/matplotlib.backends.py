"""matplotlib.backends: there is one, the terminal."""
