"""What is to be filled: departments, positions, competency models, terms, rounds."""
