"""The curated database: built from the ledger, read, compared with it, traced back.

build                     data/raw → data/curated, whole or not at all
freshness, refresh        whether data/raw has changed since, and building before reading
database                  connections, frames of the tables, the code book
noting, recording, usage  what a report asks of the project, and whether the answers are the same
changes                   what a build would change now
trace                     one figure's whole journey; every quote re-verified
"""
