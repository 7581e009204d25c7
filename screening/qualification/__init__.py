"""S1: checks, evidence, requests for correction."""
