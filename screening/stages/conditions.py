"""What must be true of a stage before it closes; each reads the stage's own row."""


def has_quality(stage) -> bool:
    """The quality gate was looked at: its report is recorded."""
    return stage.quality_at is not None


def has_reasons(stage) -> bool:
    """No item of the report is red, or somebody said why the stage can close all the same."""
    return not stage.has_red or bool(stage.red_reason)
