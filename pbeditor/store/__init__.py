"""The disk: the project file, forms, settings and bundled resources."""
