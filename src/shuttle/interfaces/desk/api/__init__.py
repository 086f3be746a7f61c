"""The interface for programs: the same questions as the pages, answered in JSON, under ``/api/v1``."""
