"""The parts of Scripts/check: each gives its findings, one line each."""
