"""The few things said or asked in windows of their own."""
