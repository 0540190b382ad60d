"""scipy.spatial: distances."""
import scipy.spatial.distance as distance
