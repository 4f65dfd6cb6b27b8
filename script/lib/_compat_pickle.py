"""Names of Python 2, for pickles of the old protocols."""

from pickle._ops import NEW_MODULES as IMPORT_MAPPING
from pickle._ops import NEW_NAMES as NAME_MAPPING
from pickle._ops import OLD_MODULES as REVERSE_IMPORT_MAPPING
from pickle._ops import OLD_NAMES as REVERSE_NAME_MAPPING
