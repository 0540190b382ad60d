"""google: what lies below it."""
