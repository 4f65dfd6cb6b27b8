"""Messages of several types, to be made."""
