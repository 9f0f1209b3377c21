"""How a document looks on paper, and back."""
