"""The supervisor: one command that starts the whole portal, watches over it, and ends it."""
