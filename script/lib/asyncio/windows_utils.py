"""Windows' part of asyncio, which other systems do not have."""

raise ImportError("win32 only")
