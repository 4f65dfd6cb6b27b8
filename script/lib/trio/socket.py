"""trio.socket: there is no network here."""
raise ImportError("trio.socket: this interpreter has no sockets")
