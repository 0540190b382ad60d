"""scipy.cluster: hierarchical clusters."""
import scipy.cluster.hierarchy as hierarchy
