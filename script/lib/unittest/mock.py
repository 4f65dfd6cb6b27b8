"""Objects that stand in for others and remember how they were used."""

from ._autospec import create_autospec, mock_open
from ._call import ANY, DEFAULT, _Call, _CallList, call, sentinel
from ._mocks import (
    AsyncMock,
    AsyncMockMixin,
    CallableMixin,
    MagicMixin,
    MagicMock,
    Mock,
    NonCallableMagicMock,
    NonCallableMock,
    PropertyMock,
    ThreadingMock,
    seal,
)
from ._patch import _patch, patch

FILTER_DIR = True

__all__ = (
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock",
    "ThreadingMock", "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal",
)
