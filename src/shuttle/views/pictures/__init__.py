"""Pictures: a timeline, who received whom, and the board of commitments, drawn as SVG or written as data for pages.

In:   figures of a pair.
Out:  text: SVG, an HTML page with the picture and its table, Vega-Lite or TimelineJS JSON.

Everything can be told apart without colour, and everything that is drawn is also said in words.
"""
