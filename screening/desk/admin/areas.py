"""What the office has, area by area and in plain words; each reader sees the part that their roles open."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

# Label of the model → what one does there.
AREAS = (
    (
        _("Posts"),
        {
            "positions.position": _("Write posts in five languages, have them reviewed, publish and close them."),
            "positions.correction": _("Corrections and extensions of public posts: read by a second person, then issued."),
            "positions.round": _("Weights, pass marks and service times of each recruitment round."),
            "positions.competencymodel": _("What each kind of post asks for, and how it is assessed."),
            "positions.department": _("The bodies with posts to fill, and who supervises their notices."),
            "credentials.credential": _("Who issues foreign papers, how long they count and how long they take."),
            "credentials.country": _("Apostille or legalisation, country by country."),
        },
    ),
    (
        _("Selection"),
        {
            "applications.application": _("Every file of your departments, with its documents, checks and letters."),
            "applications.adjustment": _("What would help candidates in the test and the interview, to be arranged; health data."),
            "applications.laterequest": _("Requests to hand in after the deadline, to be decided with a reason."),
            "competence.paper": _("Prepare test papers, seal them, invite candidates and establish results."),
            "competence.sitting": _("Who sat which paper, under candidate numbers, and how far the marking is."),
            "assessors.panel": _("Who marks and who interviews, drawn and seated."),
            "assessors.recusal": _("Assessors who stepped back, and why."),
            "crosscultural.booklet": _("Questions and anchored ratings of the interviews."),
            "crosscultural.interviewpanel": _("Offer slots, invite candidates, establish results."),
            "crosscultural.interview": _("Interviews under candidate numbers, and their ratings."),
            "crosscultural.recording": _("Recordings: where they are kept, by whom, until when."),
            "crosscultural.item": _("The voluntary questionnaire: statements and situations, each a pilot."),
            "merit.meritlist": _("Rank the candidates of a post; a second person closes the list."),
            "security.review": _("Reviews that are open, wait for a second person, or are decided."),
            "security.referral": _("Organs that were asked, and by which code they answered."),
            "security.riskassessment": _("How deep the reviews of each post go, and why."),
            "security.change": _("Changes of circumstances that officers in service reported."),
            "security.trace": _("Who read or did what in the compartment."),
        },
    ),
    (
        _("Publicity"),
        {
            "notices.notice": _("Prepare public notices, have them reviewed, publish them and follow their period."),
            "notices.entry": _("People on the notices, and what becomes of them."),
            "objections.objection": _("Look into objections and answer them in time."),
            "communication.item": _("Press conferences and explanations of policy."),
            "communication.question": _("Questions that are answered in public."),
            "communication.stage": _("How the selection is explained to the public."),
        },
    ),
    (
        _("After the selection"),
        {
            "appointments.appointment": _("Offers, contracts, filings, permits, first day and probation."),
            "mentoring.pairing": _("Who is whose mentor, and how often they meet."),
            "training.course": _("Courses for officers in service."),
            "training.enrolment": _("Who takes part in which course, and who has completed it."),
            "services.case": _("Requests of officers and their families."),
            "services.servicekind": _("What the life services can be asked for."),
            "services.servicepoint": _("Where help is found, with hours and languages."),
            "contribution.measurement": _("Record and confirm what officers contribute."),
            "contribution.indicator": _("What is measured, and how it is counted."),
        },
    ),
    (
        _("Administration"),
        {
            "accounts.user": _("Accounts of everybody who works with the portal."),
            "accounts.assignment": _("Roles, for which department and until when."),
            "security.membership": _("Who is admitted to the security compartment."),
            "security.emergencyaccess": _("Administrators who were let into the compartment for a few hours."),
            "policy.parameter": _("Periods and limits with their legal source, verified or not."),
            "calendar.calendaryear": _("Working days and days off, year by year."),
            "privacy.privacynotice": _("What people are told about their data."),
            "rights.request": _("What people ask about their data: to correct, delete or explain it; each with its clock."),
            "privacy.consent": _("Consents given and withdrawn; the register only grows."),
            "notifications.letter": _("Which letters went out, and which could not be delivered."),
            "audit.entry": _("Everything that was done, by whom and when."),
            "ledger.leaf": _("What was committed to the public ledger."),
            "ledger.checkpoint": _("Signed states of the public ledger."),
            "ledger.witness": _("Who co-signs the public ledger, and with which key."),
            "ledger.cosignature": _("Signatures of the witnesses; the register only grows."),
        },
    ),
)


def areas_of(request) -> list[tuple]:
    """(area, [(name, sentence, address)]) of what this reader may open; what nobody described comes last."""
    open_ = {
        model["model"]._meta.label_lower: model for app in admin.site.get_app_list(request) for model in app["models"] if model["admin_url"]
    }
    areas = []
    for title, sentences in AREAS:
        entries = [(open_[label]["name"], text, open_.pop(label)["admin_url"]) for label, text in sentences.items() if label in open_]
        if entries:
            areas.append((title, entries))
    others = [(model["name"], "", model["admin_url"]) for label, model in open_.items() if label not in NOT_AN_ENTRY]
    return [*areas, (_("Other registers"), others)] if others else areas


# Reached from their own page.
NOT_AN_ENTRY = {"competence.task"}
