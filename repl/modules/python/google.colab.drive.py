"""google.colab.drive: there is no drive here."""


def mount(mountpoint, force_remount=False, timeout_ms=120000, readonly=False):
    """Says that nothing is mounted."""
    print('nnsh mounts no drive: %s is what it is on this machine.' % mountpoint)


def flush_and_unmount(timeout_ms=24 * 60 * 60 * 1000):
    """Nothing was mounted."""
