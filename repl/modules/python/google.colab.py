"""google.colab: what notebooks on Colab ask for."""
from google.colab import drive, files
