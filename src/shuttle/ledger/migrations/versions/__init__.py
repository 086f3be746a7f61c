"""Migrations of the ledger, forwards only."""
