"""Shuttle: a secretariat for summit diplomacy.

The data's way is `documents` -> `reading` -> `ledger` -> `analysis` -> `views`; each is a room of
this package, and imports run one way. Start at `docs/architecture.md`.
"""

__version__ = "0.1.0"
