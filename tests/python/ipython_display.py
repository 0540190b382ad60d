# IPython.display outside a notebook, and the parts of IPython that scripts import.
from IPython import get_ipython
from IPython.core.magic import Magics
from IPython.display import HTML, Image, Markdown, display

print(get_ipython())
display(3)
display("text", [1, 2])
display({"a": 1})
print(HTML("<b>x</b>").data, Markdown("# t").data)
print(type(HTML("y")).__name__, isinstance(Magics, type))
