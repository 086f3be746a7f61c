"""`Document` -> `Reading`: a cascade of small steps, each of which can be read on its own."""
