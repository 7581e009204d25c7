"""What time does to merit lists."""

from celery import shared_task

from recruitment.accounts.models import User
from screening.merit import actions
from screening.merit.models import MeritList


@shared_task(name="merit.lapse_reserves", expires=3600)
def lapse_reserves() -> int:
    """End the reserve lists whose time is over; returns how many people were told."""
    robot = User.objects.robot()
    return sum(
        actions.lapse_reserve(merit_list, by=robot) for merit_list in MeritList.objects.with_lapsed_reserve().select_related("position")
    )
