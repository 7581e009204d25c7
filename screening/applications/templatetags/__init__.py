"""Tags of the candidate's pages."""
