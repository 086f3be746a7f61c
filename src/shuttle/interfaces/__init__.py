"""Where people meet Shuttle: the only room that reads settings, prints, and wires the others."""
