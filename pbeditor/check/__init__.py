"""What is wrong with a document: an engine that remembers, and one generator a rule in `rules`."""
