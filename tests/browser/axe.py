"""axe-core 4.14 in the browser tests: what it finds on a page, by the rules of WCAG 2.2 AA.

axe.min.js beside this file is axe-core (https://github.com/dequelabs/axe-core), Mozilla Public License 2.0, unchanged; it is a test
tool and is not part of what the portal serves.
"""

from pathlib import Path

SCRIPT = Path(__file__).with_name("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def findings(page) -> list[str]:
    """Each violation as "rule: help (selector)"; the page's own Content-Security-Policy stays in force."""
    page.evaluate(f"() => {{ {SCRIPT} }}")
    result = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false})", TAGS
    )
    return [
        f"{violation['id']}: {violation['help']} ({' '.join(map(str, node['target']))})"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
