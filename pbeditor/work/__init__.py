"""What a user asks for with files, from the window or the command line: open anything, export to anything."""
