"""Figures from accounts: pure functions, each result with the claims it rests on.

`rhythm` (what was held when, days between), `hosting` (who received whom, whose turn), `differences`
(where sources differ), `state` (all that a brief needs of a pair as of a day).
"""
