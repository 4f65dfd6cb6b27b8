"""The part of warnings that CPython has in C: the same functions."""

from warnings import filters, warn, warn_explicit

_defaultaction = "default"
_onceregistry = {}
