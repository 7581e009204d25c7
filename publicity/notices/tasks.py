"""What the robot does for notices; each may run twice and does its work once."""

from celery import shared_task

from publicity.notices import actions
from publicity.notices.models import Notice
from recruitment.accounts.models import User


@shared_task(name="notices.fill")
def fill(pk: int) -> None:
    """Put the names on a notice that was drawn up."""
    actions.fill(Notice.objects.get(pk=pk), by=User.objects.robot())


@shared_task(name="notices.conclude_due", expires=120)
def conclude_due() -> None:
    """Fill what a lost task left empty; conclude what is over, each notice in a transaction of its own."""
    robot = User.objects.robot()
    for notice in Notice.objects.unfilled():
        actions.fill(notice, by=robot)
    for notice in Notice.objects.due():
        actions.conclude(notice, by=robot)
