"""N3: how selection works, questions answered, policy interpretation."""
