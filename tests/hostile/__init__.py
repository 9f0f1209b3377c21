"""Files that want harm: what they are, and a process that holds them to limits of time and memory."""
