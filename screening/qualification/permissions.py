"""Who may check: a qualification officer of the post's department, never on their own file."""

from screening.applications.permissions import may_qualify

may_decide = may_prepare = may_qualify
