"""The verbs of oversight: mandates, questions, stops, attestations, and the closing of a stage."""

from screening.oversight.actions.closing import attest, close
from screening.oversight.actions.mandates import end, grant
from screening.oversight.actions.questions import answer, ask, escalate
from screening.oversight.actions.reading import read
from screening.oversight.actions.stopping import lift, propose_lift, stop

__all__ = ["answer", "ask", "attest", "close", "end", "escalate", "grant", "lift", "propose_lift", "read", "stop"]
