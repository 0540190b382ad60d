"""tqdm.auto: tqdm under another name."""
from tqdm import tqdm, trange
