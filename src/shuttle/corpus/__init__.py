"""The same reading over millions of documents, on an existing engine.

The room is kept free until then: reading is one pure function of a document, so that nothing here
will need another reader.
"""
