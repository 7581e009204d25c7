"""What somebody brings to the ledger: a receipt to verify, two checkpoints to compare, a witness's signature."""

import json

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.static.verify import verify_ledger
from recruitment.ledger import signing
from recruitment.ledger.models import Checkpoint, Witness

LARGEST = 256 * 1024
WRONG = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError)


class ReceiptForm(forms.Form):
    """A receipt, as a file or as text; what comes out is each step of the program that anyone can run."""

    file = forms.FileField(label=pgettext_lazy("upload", "File"), required=False, widget=forms.FileInput(attrs={"accept": ".json"}))
    text = forms.CharField(
        label=_("Or the text of the receipt"),
        required=False,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "autocomplete": "off"}),
    )

    def clean(self):
        cleaned = super().clean()
        upload = cleaned.get("file")
        if (upload.size if upload else len(cleaned.get("text") or "")) > LARGEST:
            raise ValidationError(_("This is too large for a receipt."))
        told = upload.read() if upload else cleaned.get("text")
        if not told:
            raise ValidationError(_("Choose the file of a receipt, or paste its text."))
        try:
            receipt = json.loads(told)
            cleaned["steps"] = verify_ledger.receipt_steps(receipt, signing.own_key())
        except WRONG:
            raise ValidationError(_("This is not a receipt of the ledger.")) from None
        cleaned["kind"] = str(receipt["content"].get("kind", ""))[:60]
        cleaned["reference"] = str(receipt["content"].get("reference", ""))[:120]
        return cleaned


class BetweenForm(forms.Form):
    """Two checkpoints, by the number of their leaves."""

    older = forms.IntegerField(label=_("Number of leaves of the older"), min_value=1, max_value=10**12)
    newer = forms.IntegerField(label=_("Number of leaves of the newer"), min_value=1, max_value=10**12)

    def clean(self):
        cleaned = super().clean()
        older, newer = cleaned.get("older"), cleaned.get("newer")
        if older and newer and (older > newer or Checkpoint.objects.filter(size__in={older, newer}).count() < len({older, newer})):
            raise ValidationError(_("Both numbers must be those of signed checkpoints, the older first."))
        return cleaned


class CosignForm(forms.Form):
    """The signature that a witness made off-line."""

    witness = forms.ModelChoiceField(None, label=_("Witness"), empty_label=None)
    signature = forms.CharField(
        label=_("Signature"),
        max_length=200,
        help_text=_("In base64, as the program prints it: 88 characters."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["witness"].queryset = Witness.objects.in_force()
