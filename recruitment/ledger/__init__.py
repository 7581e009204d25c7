"""What anyone can verify: Merkle log, signed checkpoints, receipts."""
