"""Parts that pages, panels and dialogs share: painted ones, and lists and tables that look alike everywhere."""
