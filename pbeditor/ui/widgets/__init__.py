"""Small painted parts that know nothing of the document."""
