"""Exports: accounts as tables, lines, linked data, entities and event rows, for the programs of others.

In:   accounts, one at a time, and the documents they rest on.
Out:  rows, JSON values and text; who writes them to files is `shuttle.interfaces.cli`.

What each format keeps and loses stands in docs/exporting.md.
"""
