"""S3: interviews, slots, anchored ratings."""
