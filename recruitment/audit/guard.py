"""The door that no transition walks around: who lacks the right is refused, and whatever moves leaves a footprint."""

from django.core.exceptions import PermissionDenied
from django_fsm.signals import post_transition, pre_transition

from recruitment.audit.actions import record
from recruitment.core.footprints import footprint


def refuse(sender, instance, name, source, method_kwargs, **signal) -> None:
    """django-fsm does not enforce `permission=` when a transition is called; this does."""
    by = method_kwargs.get("by")
    if by is None:
        raise TypeError(f"{name}() needs an actor: pass by=.")
    transition = getattr(type(instance), name)._django_fsm.get_transition(source)
    if not transition.has_perm(instance, by):
        raise PermissionDenied(f"{by} may not {name} {instance}")


def write(sender, instance, name, source, target, method_kwargs, **signal) -> None:
    """One entry for the step, in the same transaction as its save."""
    told = {key: value for key, value in method_kwargs.items() if key != "by" and isinstance(value, str | int | float | bool)}
    floor = sender._meta.app_config.name.removeprefix("recruitment.").split(".")[0]
    verb = f"{floor}.{sender._meta.model_name}.{name}"
    record(verb, instance, by=method_kwargs["by"], data=told, move=(source, target))


def listen(sender, verb, subject, by, data, **signal) -> None:
    """Footprints of the floors below."""
    record(verb, subject, by=by, data=data)


def connect() -> None:
    """Called once when the apps are ready."""
    pre_transition.connect(refuse, dispatch_uid="audit.refuse")
    post_transition.connect(write, dispatch_uid="audit.write")
    footprint.connect(listen, dispatch_uid="audit.listen")
