"""What ends a command."""


class CommandError(Exception):
    """A fault to tell the user in one line."""
