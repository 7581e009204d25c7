"""Drawing by lot in a way that anybody can repeat: the portal draws with this file, and the file runs by itself, without the portal.

    python lottery.py draw.json        (the file that stands on the page of every draw)

How: the SHA-256 of a secret seed is published before, the seed afterwards. Random numbers are the blocks
HMAC-SHA256(seed, SHA-256(canonical inputs) + counter), the counter from 0 in 8 bytes, big-endian; each block gives four numbers of
64 bits. A number below n is taken modulo n; numbers at or above the largest multiple of n are thrown away, so that no place is
likelier than another. Lists are shuffled after Fisher and Yates, from the end. Only Python's own library is needed.
"""

import hashlib
import hmac
import json
import sys
from collections.abc import Iterator

WORD, TOP = 8, 2**64


def canonical(value) -> bytes:
    """JSON that is the same on every machine: keys sorted, no spaces, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def commitment(seed: bytes) -> str:
    """What is published before the draw."""
    return hashlib.sha256(seed).hexdigest()


def numbers(seed: bytes, inputs) -> Iterator[int]:
    """Endless numbers of 64 bits that follow from the seed and from what is drawn."""
    about, counter = hashlib.sha256(canonical(inputs)).digest(), 0
    while True:
        block = hmac.new(seed, about + counter.to_bytes(WORD, "big"), hashlib.sha256).digest()
        yield from (int.from_bytes(block[start : start + WORD], "big") for start in range(0, len(block), WORD))
        counter += 1


def below(limit: int, source: Iterator[int]) -> int:
    """A number from 0 to limit - 1, each as likely as the others."""
    fair = TOP - TOP % limit
    return next(number for number in source if number < fair) % limit


def shuffled(items, source: Iterator[int]) -> list:
    """The same items in the order of the lot (Fisher and Yates)."""
    drawn = list(items)
    for place in range(len(drawn) - 1, 0, -1):
        other = below(place + 1, source)
        drawn[place], drawn[other] = drawn[other], drawn[place]
    return drawn


def draw_panels(inputs: dict, source: Iterator[int]) -> dict:
    """Who sits where: people of the employing unit first, no more of them on a panel than allowed; the rest are substitutes in their order."""
    count, size, most = inputs["panels"], inputs["size"], inputs["most_from_unit"]
    order, turn = shuffled(inputs["assessors"], source), shuffled(range(count), source)
    unit = [person for person in order if person["from_unit"]][: count * most]
    others = [person for person in order if not person["from_unit"]][: count * size - min(len(unit), count * size)]
    panels: list[list] = [[] for _panel in range(count)]
    for place, person in enumerate(unit + others):
        panels[turn[place % count]].append(person)
    seated = [{"number": number, "seats": [person["number"] for person in panel]} for number, panel in enumerate(panels, start=1)]
    for row, panel in zip(seated, panels, strict=True):
        row["chair"] = next((person["number"] for person in panel if not person["from_unit"]), None)
    taken = {number for row in seated for number in row["seats"]}
    return {"panels": seated, "substitutes": [person["number"] for person in order if person["number"] not in taken]}


def draw_rooms(inputs: dict, source: Iterator[int]) -> dict:
    """Which panel meets in which room."""
    rooms = shuffled(inputs["rooms"], source)
    return {"rooms": [{"number": number, "room": room} for number, room in zip(inputs["panels"], rooms, strict=False)]}


def draw_order(inputs: dict, source: Iterator[int]) -> dict:
    """In which order candidates come, and to which panel: the shortest list that may judge them, the lower number first."""
    lists: dict[int, list] = {number: [] for number in inputs["panels"]}
    unplaced = []
    for code in shuffled(inputs["codes"], source):
        barred = inputs["barred"].get(code, [])
        open_to = [number for number in lists if number not in barred]
        if open_to:
            lists[min(open_to, key=lambda number: (len(lists[number]), number))].append(code)
        else:
            unplaced.append(code)
    return {"panels": [{"number": number, "codes": codes} for number, codes in lists.items()], "unplaced": unplaced}


DRAWS = {"panels": draw_panels, "rooms": draw_rooms, "order": draw_order}


def result(purpose: str, inputs: dict, seed: bytes) -> dict:
    """What the seed makes of the inputs; the same on every machine and at any time."""
    return DRAWS[purpose](inputs, numbers(seed, inputs))


def faults(draw: dict) -> list[str]:
    """What does not fit in a published draw; nothing when it is as it should be."""
    if not draw.get("seed"):
        return ["The seed has not been revealed yet."]
    seed, found = bytes.fromhex(draw["seed"]), []
    if not hmac.compare_digest(commitment(seed), draw["seed_commitment"]):
        found.append("The seed is not the one that was committed to.")
    if result(draw["purpose"], draw["inputs"], seed) != draw["result"]:
        found.append("The published result does not follow from the seed and the inputs.")
    return found


def main(arguments: list[str]) -> int:
    """Check one published draw."""
    with open(arguments[0], encoding="utf-8") as file:
        draw = json.load(file)
    found = faults(draw)
    sys.stdout.write("\n".join(found or ["The draw can be repeated: seed, inputs and result fit."]) + "\n")
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
