"""Letters: outbox, kinds, e-mail, inbox."""
