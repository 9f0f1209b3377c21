"""Pages on screen, on the printer and in PDF: the same drawing for all three."""
