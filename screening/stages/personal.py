"""Stages tell of posts, and only name who in the office or in an oversight body did what."""

NOT_PERSONAL = {"Stage": "*", "Stop": "*"}
