"""What the robot does for the compartment."""

from celery import shared_task

from recruitment.accounts.models import User
from screening.security import actions


@shared_task(name="security.carry_gates", expires=60)
def carry_gates() -> None:
    """Open the reviews that are due and ask for declarations, end those whose file ended, and carry out what has not arrived."""
    robot = User.objects.robot()
    actions.open_due(by=robot)
    actions.close_ended(by=robot)
    actions.carry_due(by=robot)
