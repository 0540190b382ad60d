"""IPython.core.display: IPython.display under another name."""
from IPython.display import Image, HTML, Markdown, Audio, SVG, Latex, display, clear_output
