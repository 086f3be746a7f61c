"""The nouns: frozen dataclasses without input or output.

Every offset in this room is half-open, [start, end), and counts Unicode code points of
`Document.text`. `None` means that the text does not say; it never means that reading failed.
"""
