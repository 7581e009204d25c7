"""Pages that look across the stages: the candidate's file, the officer's board, queue and dossier."""
