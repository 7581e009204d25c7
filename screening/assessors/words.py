"""The timeline's words for what happens to panels and recusals."""

from django.utils.translation import gettext_lazy as _

from recruitment.audit.words import register

register(
    {
        "screening.panel.compose": _("Panel set up"),
        "screening.panel.seat": _("Seat given"),
        "screening.panel.unseat": _("Seat ended"),
        "screening.panel.probe": _("Looked for conflicts"),
        "screening.recusal.recuse": _("Recusal"),
        "screening.abstention.abstain": _("Keeps out of the post"),
        "screening.conflicthint.confirm": _("Conflict confirmed"),
        "screening.conflicthint.deny": _("Conflict denied"),
        "screening.conflicthint.dispute": _("Conflict disputed"),
        "screening.conflicthint.uphold": _("Conflict upheld"),
        "screening.conflicthint.dismiss": _("Conflict dismissed"),
        "screening.assessor.add": _("Taken into the pool"),
        "screening.assessor.invite": _("Assessor invited"),
        "screening.assessor.remind": _("Invitation repeated"),
        "screening.assessor.accept": _("Invitation accepted"),
        "screening.assessor.decline": _("Invitation declined"),
        "screening.assessor.tell": _("Own details added"),
        "screening.assessor.untell": _("Own details removed"),
        "screening.assessor.retire": _("Put out of the pool"),
        "screening.assessor.restore": _("Put back into the pool"),
        "screening.undertaking.declare": _("Secrecy and impartiality declared"),
        "screening.draw.announce": _("Seed of a draw committed"),
        "screening.draw.reveal": _("Seed of a draw revealed"),
    }
)
