"""What a loop's create_server would give, were there sockets."""

__all__ = ("AbstractServer", "Server")


class AbstractServer:
    """A server under way."""

    __module__ = "asyncio.events"

    def close(self):
        """Accept no more connections."""
        raise NotImplementedError

    def get_loop(self):
        """The loop it belongs to."""
        raise NotImplementedError

    def is_serving(self):
        """Tell whether it accepts connections."""
        raise NotImplementedError

    async def start_serving(self):
        """Begin to accept connections."""
        raise NotImplementedError

    async def serve_forever(self):
        """Accept connections until it is cancelled."""
        raise NotImplementedError

    async def wait_closed(self):
        """Wait until it is closed."""
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class Server(AbstractServer):
    """A server on sockets."""

    __module__ = "asyncio.base_events"

    def __init__(self, *args, **kwargs):
        raise NotImplementedError("sockets are not supported here")
