"""keras.applications.resnet: the network and what its inputs go through."""
from keras.applications import ResNet50, _decode as decode_predictions, _caffe as preprocess_input
