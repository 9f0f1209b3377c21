"""The import wizard: from last year's file, in whatever shape, to this year's draft."""
