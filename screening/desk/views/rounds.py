"""Rounds and posts: the plan, the stages, the seals, and lists in which nobody can be recognised."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property

from positions import table as positions
from positions.models import Position
from recruitment.ledger.models import Checkpoint, Leaf
from screening.applications.models import Application
from screening.applications.states import State
from screening.desk import table
from screening.desk.views.base import Watched
from screening.oversight.actions import read
from screening.oversight.models import Question

POSTS, LINES, LEAVES, QUESTIONS = 20, 50, 50, 10


class Posts(Watched):
    """Every post with its round and how its stages stand; the questions that wait."""

    def get(self, request):
        mandate = request.user.mandates.in_force().select_related("body").first()
        read(mandate, page="posts", by=request.user)
        page = self.page_of(table.watched(), POSTS)
        waiting = Question.objects.open().select_related("stage__position").order_by("due_on", "pk")[:QUESTIONS]
        return render(request, "oversight/posts.html", {"mandate": mandate, "page_obj": page, "waiting": waiting})


class OfPost(Watched):
    """A page about one post whose rules are fixed."""

    @cached_property
    def watched_post(self) -> Position:
        known = Position.objects.public().filter(round__frozen_at__isnull=False).select_related("round")
        return get_object_or_404(known, reference=self.kwargs["reference"])


class Post(OfPost):
    """The plan of a post, its stages, seals and openings, and what went another way than planned."""

    def get(self, request, reference):
        post = self.watched_post
        read(post, page="post", by=request.user)
        counts = Application.objects.for_position(post).in_office().counted_by_state()
        exceptions = table.exceptions(post)
        context = {
            "post": post,
            "rules": positions.rules(post.round.frozen),
            "stages": table.progress(post),
            "seals": table.seals(post),
            "leaves": table.commitments(post),
            "merit_lists": table.merit_lists(post),
            "states": [(state, counts[state]) for state in State if counts.get(state)],
            "marks": [(name, table.LISTS[name].title) for name in ("test", "interview", "merit")],
            "exceptions": [(name, table.LISTS[name].title, number) for name, number in exceptions.items()],
        }
        return render(request, "oversight/post.html", context)


class List(OfPost):
    """One list of a post, page by page."""

    def get(self, request, reference, part):
        listing = table.LISTS.get(part)
        if listing is None:
            raise Http404
        post = self.watched_post
        read(post, page=part, by=request.user)
        page = self.page_of(listing.rows(post), LINES)
        lines = [list(zip(listing.columns, line, strict=True)) for line in listing.lines(page.object_list, post)]
        return render(request, "oversight/list.html", {"post": post, "listing": listing, "page_obj": page, "lines": lines})


class Ledger(Watched):
    """The register of commitments: its last checkpoint, and every entry, the newest first."""

    def get(self, request):
        mandate = request.user.mandates.in_force().first()
        read(mandate, page="ledger", by=request.user)
        checkpoint = Checkpoint.objects.order_by("-size").first()
        page = self.page_of(Leaf.objects.order_by("-index"), LEAVES)
        return render(request, "oversight/ledger.html", {"checkpoint": checkpoint, "page_obj": page})
