"""How a document changes: values in, values out. Nothing here knows the window, a clock or chance."""
