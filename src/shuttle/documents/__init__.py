"""The door: files, pages, corpora and standard input become `Document` records, or are refused.

A document is normalised once, here; every offset that Shuttle ever shows counts the code points
of that text. What cannot be read is a `Refusal` with a code and the way out, never a gap.
"""
