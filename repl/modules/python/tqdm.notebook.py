"""tqdm.notebook: tqdm under another name."""
from tqdm import tqdm, trange
