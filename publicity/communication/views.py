"""Public pages: how selection works, questions answered, what was said to the press."""

from django.utils.decorators import method_decorator
from django.views.generic import DetailView, ListView, TemplateView

from publicity.communication.models import Item, Question, Stage
from publicity.communication.states import Topic
from recruitment.core.caching import public_page
from screening.applications.table import steps


@method_decorator(public_page, name="dispatch")
class Selection(TemplateView):
    """How selection works, stage by stage, and what happens when: the whole life of a file as a table."""

    template_name = "communication/selection.html"

    def get_context_data(self, **context):
        return super().get_context_data(stages=list(Stage.objects.public()), steps=steps(), **context)


@method_decorator(public_page, name="dispatch")
class Questions(TemplateView):
    """Questions that people ask, by topic."""

    template_name = "communication/questions.html"

    def get_context_data(self, **context):
        questions = list(Question.objects.public())
        topics = [(topic.label, [row for row in questions if row.topic == topic]) for topic in Topic]
        return super().get_context_data(topics=[topic for topic in topics if topic[1]], **context)


@method_decorator(public_page, name="dispatch")
class ItemList(ListView):
    """Press conferences, policy explanations, answers."""

    template_name = "communication/items.html"
    paginate_by = 20

    def get_queryset(self):
        return Item.objects.public()


@method_decorator(public_page, name="dispatch")
class ItemPage(DetailView):
    """One of them."""

    template_name = "communication/item.html"

    def get_queryset(self):
        return Item.objects.public()
