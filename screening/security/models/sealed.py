"""The encrypted columns of the compartment open with keys of their own."""

from functools import partial

from recruitment.core.fields import EncryptedJSONField, EncryptedTextField

KEYS = "COMPARTMENT_KEYS"

sealed_text = partial(EncryptedTextField, keys=KEYS, blank=True)
# Columns that came later: there is no clear text, not even an empty one, for the rows that were there before.
added_text = partial(EncryptedTextField, keys=KEYS, blank=True, null=True)
sealed_json = partial(EncryptedJSONField, keys=KEYS)
