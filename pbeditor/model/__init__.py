"""What a document is: frozen values, the official forms, and the value cell."""
