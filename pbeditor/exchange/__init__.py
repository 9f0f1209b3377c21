"""One module a format: bytes in and a `Sheet` out, or the other way round. Nothing here touches the disk."""
