"""The register of policy parameters: every number that an office or a law may change, with its default, limits and source."""

from recruitment.policy.register import publicity, selection
from recruitment.policy.register.entering import REGISTER

__all__ = ["REGISTER", "publicity", "selection"]
