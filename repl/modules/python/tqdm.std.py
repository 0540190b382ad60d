"""tqdm.std: tqdm under another name."""
from tqdm import tqdm, trange
