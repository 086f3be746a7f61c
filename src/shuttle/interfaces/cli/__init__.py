"""The command line: `shuttle read`, `add`, `meetings`, `brief`, `show`, `search`, `schema`.

Rooms that take time to import are imported inside the command that needs them, so that
`shuttle --help` answers at once.
"""

from shuttle.interfaces.cli.app import main

__all__ = ["main"]
