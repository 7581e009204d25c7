"""How the office speaks of panels, their members and recusals."""

from collections.abc import Collection, Mapping

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from recruitment.accounts.roles import Role
from screening.assessors.allocation import Hand, Piece
from screening.assessors.states import DrawPurpose, DrawState, HintState, PanelKind
from screening.assessors.texts import VERSION


def run_by(user, path: str = "position") -> Q:
    """Rows about posts of the reader's departments, except posts that the reader applied for; an empty path is the post itself."""
    start = f"{path}__" if path else ""
    codes = user.department_codes(Role.HR_OFFICER)
    scope = Q() if codes is None else Q(**{f"{start}department__code__in": codes})
    applied_for = apps.get_model("applications", "Application").objects.of_candidate(user).values("position")
    return scope & ~Q(**{f"{start}pk__in": applied_for})


def is_recused(assessor: str, application: str) -> Exists:
    """Whether the row's assessor stepped back from the row's file; both are names of columns."""
    recusals = apps.get_model("assessors", "Recusal").objects
    return Exists(recusals.filter(assessor=OuterRef(assessor), application=OuterRef(application)))


def declared_rounds(user):
    """Rounds for which the reader's declaration of secrecy and impartiality is in force; without it nothing of a round can be seen."""
    return apps.get_model("assessors", "Undertaking").objects.in_force().filter(assessor=user).values("round")


def hands_of(people: Collection[int], *, load: Mapping[int, int]) -> list[Hand]:
    """Accounts as the allocation knows them: what they know and read, and what they have already; unknown is held against nobody."""
    pool = apps.get_model("assessors", "Assessor").objects.filter(user__in=people)
    known = {row.user_id: (frozenset(row.kinds), frozenset(row.languages)) for row in pool}
    nothing: tuple[frozenset, frozenset] = (frozenset(), frozenset())
    return [Hand(person, load.get(person, 0), *known.get(person, nothing)) for person in people]


def piece_of(application, *, field: str, needs: int, barred: Collection[int], taken: Collection[int]) -> Piece:
    """A file as the allocation knows it: its post's field and the language in which the candidate writes."""
    return Piece(application.pk, needs, frozenset([field]), application.language, frozenset(barred), frozenset(taken))


def order_of(panel, reader) -> list[str]:
    """The numbers of the candidates in the order that was drawn for a panel, without those from whom the reader stepped back."""
    drawn = apps.get_model("assessors", "Draw").objects.revealed().filter(position=panel.position_id, purpose=DrawPurpose.ORDER).first()
    if drawn is None:
        return []
    away = set(reader.recusals.filter(application__position=panel.position_id).values_list("application__candidate_code", flat=True))
    codes = next((row["codes"] for row in drawn.result["panels"] if row["number"] == panel.number), [])
    return [code for code in codes if code not in away]


class AssessorQuerySet(models.QuerySet):
    """Assessors …"""

    def visible_to(self, user):
        """… whom HR may see; the pool is one for all departments, and assessors see themselves."""
        return self if user.has_role(Role.HR_OFFICER) else self.filter(user=user)

    def ready(self):
        """… who are in the pool and have an account that is open."""
        return self.filter(is_active=True, user__is_active=True)

    def drawable_for(self, position):
        """… who can be drawn for a post: ready, of its kind, not applying for it themselves and not keeping out of it."""
        candidates = apps.get_model("applications", "Application").objects.for_position(position).values("candidate")
        abstaining = apps.get_model("assessors", "Abstention").objects.for_position(position).values("assessor")
        fitting = Q(kinds=[]) | Q(kinds__contains=[position.kind])
        return self.ready().filter(fitting).exclude(user__in=candidates).exclude(user__in=abstaining)

    def available_on(self, day):
        """… who have time on a day, or never said when."""
        said = Q(availabilities__from_on__lte=day, availabilities__until_on__gte=day)
        return self.filter(said | Q(availabilities=None)).distinct()


class InvitationQuerySet(models.QuerySet):
    """Invitations …"""

    def visible_to(self, user):
        """… that HR may see."""
        return self.all() if user.has_role(Role.HR_OFFICER) else self.none()

    def unanswered(self):
        """… to which nobody has said anything."""
        return self.filter(accepted_at=None, declined_at=None)

    def open(self):
        """… whose link works."""
        return self.unanswered().filter(expires_at__gt=timezone.now(), assessor__is_active=True)

    def to_remind(self, before):
        """… that end soon and were not reminded."""
        return self.open().filter(reminded_at=None, expires_at__lte=timezone.now() + before)


class UndertakingQuerySet(models.QuerySet):
    """Declarations of secrecy and impartiality …"""

    def visible_to(self, user):
        """… that HR may see; assessors their own."""
        return self.all() if user.has_role(Role.HR_OFFICER) else self.filter(assessor=user)

    def in_force(self):
        """… on the words of today."""
        return self.filter(version=VERSION)


class AbstentionQuerySet(models.QuerySet):
    """Abstentions …"""

    def visible_to(self, user):
        """… about posts of the reader's departments."""
        return self.filter(run_by(user))

    def for_position(self, position):
        """… from one post."""
        return self.filter(position=position)


class HintQuerySet(models.QuerySet):
    """Questions about conflicts …"""

    def visible_to(self, user):
        """… about files of the reader's departments, and never about the reader."""
        return self.filter(run_by(user, "application__position")).exclude(assessor=user)

    def asked_of(self, user):
        """… that wait for an answer of the reader, about files that are still in their world."""
        if not user.has_role(Role.ASSESSOR):
            return self.none()
        mine = self.filter(assessor=user, state=HintState.ASKED)
        return mine.exclude(is_recused("assessor", "application"))


class DrawQuerySet(models.QuerySet):
    """Draws …"""

    def visible_to(self, user):
        """… of posts of the reader's departments; their pages are public."""
        return self.filter(run_by(user))

    def revealed(self):
        """… that are done."""
        return self.filter(state=DrawState.REVEALED)


class AllotmentQuerySet(models.QuerySet):
    """Allocations …"""

    def visible_to(self, user):
        """… of files of the reader's departments."""
        return self.filter(run_by(user, "application__position"))


class PanelQuerySet(models.QuerySet):
    """Panels …"""

    def visible_to(self, user):
        """… of the reader's departments."""
        return self.filter(run_by(user))

    def of_kind(self, kind: PanelKind):
        """… that do one thing."""
        return self.filter(kind=kind)

    def for_position(self, position):
        """… of one post."""
        return self.filter(position=position)


class MembershipQuerySet(models.QuerySet):
    """Memberships …"""

    def live(self):
        """… that hold today, of people whose account is open."""
        return self.filter(left_at__isnull=True, assessor__is_active=True)

    def of(self, user):
        """… of one assessor."""
        return self.filter(assessor=user)

    def for_desk(self, user):
        """… on the reader's own desk, with their panels."""
        return self.live().of(user).select_related("panel__position__round").order_by("panel__position", "panel__kind")

    def marking(self, position):
        """… of those who mark the papers of a post."""
        return self.live().filter(panel__position=position, panel__kind=PanelKind.MARKING)


class RecusalQuerySet(models.QuerySet):
    """Recusals …"""

    def visible_to(self, user):
        """… about files of the reader's departments."""
        return self.filter(run_by(user, "application__position"))

    def for_position(self, position):
        """… about files of one post."""
        return self.filter(application__position=position)

    def by_application(self) -> dict[int, set[int]]:
        """Who stepped back from which file."""
        found: dict[int, set[int]] = {}
        for application, assessor in self.values_list("application_id", "assessor_id"):
            found.setdefault(application, set()).add(assessor)
        return found
