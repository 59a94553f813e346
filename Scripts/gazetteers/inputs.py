"""Where the build finds its inputs, and whether they are those that the shipped lists were made of."""

import hashlib
import os

from tables import read

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "inputs.tsv")


class Inputs:
    def __init__(self, sources, lists):
        self.sources, self.lists = sources, lists

    def source(self, name):
        """A table of the sources directory."""
        return os.path.join(self.sources, name)

    def curated(self, name):
        """A hand-made table of this repository."""
        return os.path.join(self.lists, "curated", name)

    def lexicon(self, name):
        """A table of the lexicon that is shipped with the lists."""
        return os.path.join(self.lists, "lexicon", name)

    def missing(self):
        """Inputs that are not in the sources directory, each with what it is made of."""
        return [(row["file"], row["made of"]) for row in read(TABLE) if not os.path.isfile(self.source(row["file"]))]

    def changed(self):
        """Inputs of another content than the shipped lists were made of."""
        return [row["file"] for row in read(TABLE) if digest(self.source(row["file"])) != row["sha256"]]


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()
