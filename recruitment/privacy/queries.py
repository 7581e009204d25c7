"""How the office speaks of notices and consents."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import Max
from django.utils import timezone

from recruitment.accounts.roles import Role
from recruitment.privacy.states import REQUIRED_FOR_APPLICATION, ConsentEvent, ConsentKind


class PrivacyNoticeQuerySet(models.QuerySet):
    """Notices …"""

    def in_force(self, on: date | None = None):
        """… the one that is valid today, or on a day."""
        return self.filter(valid_from__lte=on or timezone.localdate()).order_by("-version").first()


class ConsentQuerySet(models.QuerySet):
    """Consents …"""

    def of(self, person):
        """… that somebody gave or withdrew."""
        return self.filter(person=person)

    def about(self, subject):
        """… for one matter, or for none in particular."""
        label, reference = naming(subject)
        return self.filter(about_label=label, about_reference=reference)

    def latest(self):
        """… the last word on each kind and matter."""
        last = self.order_by().values("person", "kind", "about_label", "about_reference").annotate(last=Max("pk"))
        return self.filter(pk__in=last.values("last"))

    def standing(self):
        """… that are given and not withdrawn."""
        return self.latest().filter(event=ConsentEvent.GIVEN)

    def visible_to(self, user):
        """… which the reader may see: their own, and all of them for who watches over privacy."""
        return self if user.has_role(Role.AUDIT_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR) else self.of(user)


def consents_of(person) -> list[dict]:
    """Every line of a person's consents, oldest first, with the words they were given on; for the export."""
    lines = apps.get_model("privacy", "Consent").objects.of(person).order_by("pk").select_related("wording")
    return [
        {
            "kind": line.kind,
            "event": line.event,
            "at": line.at,
            "about": line.about_reference,
            "language": line.wording.language,
            "text": line.wording.body,
            "text_sha256": line.wording_id,
        }
        for line in lines
    ]


def naming(subject: models.Model | None) -> tuple[str, str]:
    """How a register that outlives its subjects speaks of them: label and reference.

    A subject that gets its reference only later says by `matter()` what it is called from its first day on.
    """
    if subject is None:
        return "", ""
    matter = subject.matter() if hasattr(subject, "matter") else getattr(subject, "reference", "")
    return subject._meta.label, str(matter or subject.pk)


def has_consent(person, kind: str, about: models.Model | None = None) -> bool:
    """Whether the last word of the person on this kind and matter is yes."""
    consents = apps.get_model("privacy", "Consent").objects.of(person).about(about)
    return consents.filter(kind=kind).order_by("-pk").values_list("event", flat=True).first() == ConsentEvent.GIVEN


def missing_consents(person, about: models.Model | None = None, kinds=REQUIRED_FOR_APPLICATION) -> list[ConsentKind]:
    """The kinds, of those an application needs, that the person has not given for this matter."""
    consents = apps.get_model("privacy", "Consent").objects.of(person).about(about)
    given = set(consents.standing().values_list("kind", flat=True))
    return [ConsentKind(kind) for kind in kinds if kind not in given]
