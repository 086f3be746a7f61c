"""What is shown: pure functions from accounts, figures and readings to text.

Nothing here reads a file, a setting or a clock. The name of a country comes from a function that
the caller passes in, so that a view can be shown in another language.
"""
