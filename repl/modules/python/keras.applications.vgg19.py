"""keras.applications.vgg19: the network and what its inputs go through."""
from keras.applications import VGG19, _decode as decode_predictions, _caffe as preprocess_input
