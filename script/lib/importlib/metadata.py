"""Installed packages: there are none here."""

__all__ = ["PackageNotFoundError", "distribution", "distributions", "entry_points", "files",
           "metadata", "packages_distributions", "requires", "version"]


class PackageNotFoundError(ModuleNotFoundError):
    """No package of the name is installed."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        """The package's name."""
        name, = self.args
        return name


def distribution(distribution_name):
    """A package's metadata."""
    raise PackageNotFoundError(distribution_name)


metadata = version = files = requires = distribution


def distributions(**kwargs):
    """No packages."""
    return iter(())


def packages_distributions():
    """No packages."""
    return {}


class EntryPoints(tuple):
    """Entry points."""

    def select(self, **params):
        """Those that fit."""
        return EntryPoints()


def entry_points(**params):
    """No entry points."""
    return EntryPoints()
