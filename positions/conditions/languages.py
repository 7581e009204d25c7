"""Languages and their proofs: levels are compared only within one scale, for there is no official cross-walk."""

import re
from datetime import date

from django.utils.translation import gettext_lazy as _

from positions.conditions.facts import Facts, Finding, LanguageProof
from positions.conditions.spans import add_months
from positions.states import TAUGHT, FindingResult

MET, NOT_MET, UNCLEAR = FindingResult.MET, FindingResult.NOT_MET, FindingResult.UNCLEAR
CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
ORDER = (NOT_MET, UNCLEAR, MET)


def best(findings: list[Finding]) -> Finding:
    return max(findings, key=lambda finding: ORDER.index(finding.result))


def worst(findings: list[Finding]) -> Finding:
    return min(findings, key=lambda finding: ORDER.index(finding.result))


def find_language(params: dict, facts: Facts, on: date) -> Finding:
    """All of some languages, and one of others, at a level of the CEFR."""
    needed = [_one_language(tag, params["cefr"], facts) for tag in params.get("all_of", ())]
    if choice := [_one_language(tag, params["cefr"], facts) for tag in params.get("any_of", ())]:
        needed.append(best(choice))
    return worst(needed)


def find_chinese(params: dict, facts: Facts, on: date) -> Finding:
    """One of several proofs of Chinese: a test with version, level and score, or a degree taught in Chinese."""
    findings = [_by_proof(wanted, params, facts, on) for wanted in params["any_of"]]
    finding = best(findings)
    if finding.result == NOT_MET and any(_is(tag, "zh") for tag in facts.native_languages):
        return Finding(UNCLEAR, _("Chinese is a mother tongue, but no proof is stated; look at the documents."), "zh")
    return finding


def key_of(wanted: dict) -> str:
    """One proof of Chinese out of a requirement, as the filters of the list know it: hsk-2.0-5, or degree."""
    if "degree_taught_in" in wanted:
        return TAUGHT
    return "-".join(str(wanted[part]).lower() for part in ("test", "version", "level") if part in wanted)


def proof_of(key: str) -> dict:
    """What a requirement holds that takes this proof."""
    if key == TAUGHT:
        return {"degree_taught_in": "zh"}
    test, version, level = key.split("-")
    return {"test": test.upper(), "version": version, "level": int(level)}


def _is(tag: str, wanted: str) -> bool:
    """Whether a language tag is the wanted language or a variety of it: zh-Hans is zh."""
    return tag.lower().replace("_", "-").split("-")[0] == wanted.lower()


def _one_language(tag: str, cefr: str, facts: Facts) -> Finding:
    if any(_is(native, tag) for native in facts.native_languages):
        return Finding(MET, _("A mother tongue."), tag)
    proofs = [proof for proof in facts.languages if _is(proof.tag, tag)]
    findings = [_by_level(proof, cefr) for proof in proofs]
    if any(_is(degree.language, tag) for degree in facts.degrees if degree.language):
        findings.append(Finding(UNCLEAR, _("A degree was taught in this language; look at the documents."), tag))
    return best(findings) if findings else Finding(NOT_MET, _("No proof of a required language is stated."), tag)


def _by_level(proof: LanguageProof, cefr: str) -> Finding:
    evidence = " ".join(part for part in (proof.tag, proof.test, proof.version, proof.level) if part)
    stated = proof.level.strip().upper()
    if stated not in CEFR:
        return Finding(UNCLEAR, _("The certificate does not state a CEFR level; compare it by hand."), evidence)
    if CEFR.index(stated) >= CEFR.index(cefr):
        return Finding(MET, _("The stated level is high enough."), evidence)
    return Finding(NOT_MET, _("The stated level is too low."), evidence)


def _by_proof(wanted: dict, params: dict, facts: Facts, on: date) -> Finding:
    if "degree_taught_in" in wanted:
        taught = [degree for degree in facts.degrees if _is(degree.language, wanted["degree_taught_in"])]
        if any(degree.graduated_on and degree.graduated_on <= on for degree in taught):
            return Finding(MET, _("A degree was taught in Chinese."), wanted["degree_taught_in"])
        return Finding(UNCLEAR if taught else NOT_MET, _("No completed degree taught in Chinese is stated."))
    proofs = [proof for proof in facts.languages if proof.test.upper() == wanted["test"].upper()]
    findings = [_by_test(proof, wanted, params.get("certificate_max_age_months"), on) for proof in proofs]
    return best(findings) if findings else Finding(NOT_MET, _("No test of Chinese is stated."))


def _by_test(proof: LanguageProof, wanted: dict, max_age: int | None, on: date) -> Finding:
    """HSK 2.0 and 3.0 are different scales; a level is compared within its own version only."""
    evidence = " ".join(str(part) for part in (proof.test, proof.version, proof.level, proof.score) if part)
    digits = re.search(r"\d+", proof.level)
    if not digits or (wanted.get("version") and not proof.version):
        return Finding(UNCLEAR, _("The version or the level of the test is not stated."), evidence)
    level = int(digits.group())
    if wanted.get("version") not in (None, proof.version) or level < wanted["level"]:
        return Finding(NOT_MET, _("The stated level is too low."), evidence)
    if level == wanted["level"] and wanted.get("score"):
        if proof.score is None:
            return Finding(UNCLEAR, _("The score of the test is not stated."), evidence)
        if proof.score < wanted["score"]:
            return Finding(NOT_MET, _("The stated score is too low."), evidence)
    if max_age and (proof.tested_on is None or add_months(proof.tested_on, max_age) < on):
        return Finding(UNCLEAR, _("The certificate is too old, or its day is not stated."), evidence)
    return Finding(MET, _("The stated level is high enough."), evidence)
