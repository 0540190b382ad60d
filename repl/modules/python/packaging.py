"""packaging: versions of packages (packaging.version)."""
