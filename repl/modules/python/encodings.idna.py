"""encodings.idna: names of domains as ASCII and back."""
from _codecs_text import ToASCII, ToUnicode, nameprep
