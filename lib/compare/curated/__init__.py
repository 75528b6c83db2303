"""The curated database: built from the ledger, read, compared with it, traced back.

build                     data/raw → data/curated, whole or not at all
database                  connections, frames of the tables, the code book
changes                   what a build would change now
trace                     one figure's whole journey; every quote re-verified
"""
