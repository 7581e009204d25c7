"""What the programme tells the public: questions answered, stages explained, policy interpreted."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publicity.communication.queries import PublishedQuerySet
from publicity.communication.states import ItemKind, Topic


class Question(models.Model):
    """A question that people ask, and the answer."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    topic = models.CharField(_("topic"), max_length=20, choices=Topic)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    question = models.CharField(_("question"), max_length=300)
    answer = models.TextField(_("answer"))
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.question


class Stage(models.Model):
    """One stage of the selection as it is told to the public, with its promised time."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    title = models.CharField(_("title"), max_length=200)
    what_happens = models.TextField(_("what happens"))
    what_you_need = models.TextField(_("what you need"), blank=True)
    what_can_go_wrong = models.TextField(_("what can go wrong"), blank=True)
    working_days = models.PositiveSmallIntegerField(_("promised time in working days"), null=True, blank=True)
    published_at = models.DateTimeField(_("published"), default=timezone.now, null=True, blank=True)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name = _("stage of the selection")
        verbose_name_plural = _("stages of the selection")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title


class Item(models.Model):
    """A press conference, a policy explanation or an answer to a public question; published after a second person's secrecy review."""

    kind = models.CharField(_("kind"), max_length=30, choices=ItemKind)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=250)
    summary = models.CharField(_("summary"), max_length=500)
    body = models.TextField(_("text"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("secrecy review by")
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name = _("public communication")
        verbose_name_plural = _("public communications")
        ordering = [F("published_at").desc(nulls_first=True), "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(published_at=None) | Q(reviewed_by__isnull=False), name="item_reviewed_before_published"),
            models.CheckConstraint(
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("author")),
                name="item_second_person",
                violation_error_message=_("The secrecy review is done by somebody else than the author."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
