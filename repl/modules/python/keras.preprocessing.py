"""keras.preprocessing: what makes data ready."""
from keras.preprocessing import image
