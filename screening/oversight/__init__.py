"""S5: third-party bodies, their mandates, questions, stops and attestations; and how a stage is closed."""
