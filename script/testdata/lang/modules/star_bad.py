__all__ = ["pub", "gone"]; pub = 1
