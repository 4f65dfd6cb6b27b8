"""Positions in sorted lists."""

from _bisect import bisect_left, bisect_right, insort_left, insort_right

__all__ = ["bisect_left", "bisect_right", "bisect", "insort_left", "insort_right", "insort"]

bisect = bisect_right
insort = insort_right
