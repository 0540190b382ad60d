"""keras.applications.mobilenet: the network and what its inputs go through."""
from keras.applications import MobileNet, _decode as decode_predictions, _centred as preprocess_input
