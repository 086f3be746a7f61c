"""The desk: Shuttle in a browser, for whoever will never open a terminal.

`shuttle.interfaces.desk.app.create_app` makes the application; `shuttle serve` runs it. Pages are made on the server
and work without scripts; what scripts there are only make them smoother. Nothing here decides anything: pages ask the
ledger and the analysis, and forms record judgements.
"""
