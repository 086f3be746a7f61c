"""Figures from accounts: pure functions, each result with the claims it rests on.

`encounters` (meetings and the visits to them, each once), `counting` (rules), `hosting` and `turns` (who received
whom, whose turn), `rhythm` and `cadence` (how often, days between), `owed` and `scoring` (what came of promises),
`differences` (where sources differ), `state` (all that a brief needs of a pair as of a day).
"""
