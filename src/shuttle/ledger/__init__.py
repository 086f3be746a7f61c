"""The ledger: one account of everything that documents tell, kept append-only.

`shuttle.ledger.ledger` is its door. Inside: `schema` (tables), `dialect` (all that depends on the
kind of database), `complaints` (what it complains of, plainly), `migrate` (forwards from every
version), `reading_rows` (a reading as rows and back), `writing` (one document, one transaction),
`matching` and `grouping` (which findings tell of the same thing; pure), `joining` (the same,
recorded), `values` and `assembly` (claims to accounts; pure), `lookup` (what the door is asked
for), `search_words` (pure), `search_index` and `searching` (what is found by its words).
"""
