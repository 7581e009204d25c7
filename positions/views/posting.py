"""The post as schema.org JobPosting, for machines that look for vacancies."""

import json

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from positions.models import EligibilityRule, Position
from positions.states import Call

# Inside a script element these could end it; as escapes they are the same JSON.
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def job_posting(position: Position, rules: list[EligibilityRule]) -> SafeString:
    """JSON-LD that cannot leave its script element."""
    told = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": position.title,
        "description": "\n".join([position.summary, *position.duty_lines, *position.paragraphs]),
        "identifier": {"@type": "PropertyValue", "name": position.department.name, "value": position.reference},
        "datePosted": position.published_at.date().isoformat(),
        "validThrough": position.closes_at.isoformat(),
        "employmentType": ["FULL_TIME", "TEMPORARY"],
        "directApply": position.call == Call.OPEN,
        "totalJobOpenings": position.headcount,
        "url": settings.SITE_URL + position.get_absolute_url(),
        "hiringOrganization": {"@type": "GovernmentOrganization", "name": position.department.name},
        "jobLocation": _location(position),
        "qualifications": "\n".join(rule.sentence for rule in rules),
        **_salary(position),
    }
    return mark_safe(json.dumps(told, ensure_ascii=False).translate(ESCAPES))


def _location(position: Position) -> dict:
    street = position.place or position.department.address
    address = {"@type": "PostalAddress", "streetAddress": street, "addressLocality": "Shanghai", "addressCountry": "CN"}
    return {"@type": "Place", "address": address}


def _salary(position: Position) -> dict:
    if not position.salary_public or position.salary_min is None:
        return {}
    value = {"@type": "QuantitativeValue", "minValue": position.salary_min, "maxValue": position.salary_max, "unitText": "YEAR"}
    return {"baseSalary": {"@type": "MonetaryAmount", "currency": "CNY", "value": value}}
