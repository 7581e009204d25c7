"""Paper in and paper out."""
