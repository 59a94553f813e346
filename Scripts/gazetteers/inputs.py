"""Where the build finds its inputs."""

import os


class Inputs:
    def __init__(self, sources, lists):
        self.sources, self.lists = sources, lists

    def source(self, name):
        """A table of the sources directory."""
        return os.path.join(self.sources, name)

    def curated(self, name):
        """A hand-made table of this repository."""
        return os.path.join(self.lists, "curated", name)
