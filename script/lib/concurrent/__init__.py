"""The home of futures."""
