"""The words: TOML and CSV that a non-programmer can edit, and one loader.

What is the same in every language stands in `world/`; a language is a folder. README.md beside
this file says what each file holds and how to add to it.
"""
