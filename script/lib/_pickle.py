"""What pickle has in C elsewhere."""

from pickle import Pickler, PickleBuffer, PickleError, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads
