"""A paper: what a minister is handed, as one model, and the formats it is written in."""
