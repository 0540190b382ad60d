"""numpy.rec: record arrays."""
from _numpy_records import (array, find_duplicate, format_parser, fromarrays, fromfile, fromrecords, fromstring, recarray,
                            record)
