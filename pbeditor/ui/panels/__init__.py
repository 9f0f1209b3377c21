"""The parts around the page: the project tree and the problems."""
