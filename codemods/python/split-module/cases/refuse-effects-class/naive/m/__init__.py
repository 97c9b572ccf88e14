from ._log import seen as seen, note as note
from ._classes import First as First, Last as Last
from ._rest import default as default
