"""Everything a person types into: fields bound to a place in the document, and the pages of a project."""
