"""Loops that wait with a selector."""

import selectors

from _asyncio_sync import BASE_SELECTOR as BaseSelectorEventLoop
from asyncio import base_events, constants, coroutines, events, exceptions, futures, protocols, transports, trsock
from asyncio.log import logger

__all__ = ("BaseSelectorEventLoop",)
