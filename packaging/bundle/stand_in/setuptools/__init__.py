"""Stands in for setuptools while pip only downloads a source package, so that nothing of that package is run."""
