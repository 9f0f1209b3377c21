"""What the right side shows for an entry of the tree."""
