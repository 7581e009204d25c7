"""The Merkle tree of RFC 6962, section 2.1: root, proofs and their verification, pure functions over hashes of leaves,
and a tree that is kept."""

from collections.abc import Iterable
from hashlib import sha256

Hash = bytes
HASH_BYTES = 32

EMPTY_ROOT: Hash = sha256(b"").digest()


def hash_leaf(entry: bytes) -> Hash:
    """The hash of a leaf; the prefix keeps leaves and nodes apart."""
    return sha256(b"\x00" + entry).digest()


def hash_node(left: Hash, right: Hash) -> Hash:
    """The hash of two subtrees."""
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that only grows and keeps the hash of every full subtree, so that a proof costs a few hashes and not the whole tree.

    Takes 64 bytes a leaf; `levels[k]` holds the hashes of the subtrees of 2^k leaves, one behind the other.
    """

    def __init__(self) -> None:
        self.levels: list[bytearray] = [bytearray()]

    def __len__(self) -> int:
        return len(self.levels[0]) // HASH_BYTES

    def extend(self, leaves: Iterable[Hash]) -> None:
        """Add leaves at the end."""
        for leaf in leaves:
            node, level, place = leaf, 0, len(self)
            self.levels[0] += node
            while place & 1:
                node, level, place = hash_node(self._full(level, place - 1), node), level + 1, place >> 1
                if level == len(self.levels):
                    self.levels.append(bytearray())
                self.levels[level] += node

    def root(self, size: int) -> Hash:
        """The root over the first `size` leaves."""
        return self._over(0, size) if size else EMPTY_ROOT

    def inclusion_proof(self, index: int, size: int) -> list[Hash]:
        """As the function of this name, for the first `size` leaves."""
        if not 0 <= index < size <= len(self):
            raise ValueError("There is no such leaf.")
        start, end, path = 0, size, []
        while end - start > 1:
            split = start + _split(end - start)
            if index < split:
                path.append(self._over(split, end))
                end = split
            else:
                path.append(self._over(start, split))
                start = split
        return path[::-1]

    def consistency_proof(self, first: int, second: int) -> list[Hash]:
        """As the function of this name, for the first `second` leaves."""
        if not 0 < first <= second <= len(self):
            raise ValueError("The older tree has between one leaf and as many as the newer.")
        start, end, path, whole = 0, second, [], True
        while first != end:
            split = start + _split(end - start)
            if first <= split:
                path.append(self._over(split, end))
                end = split
            else:
                path.append(self._over(start, split))
                start, whole = split, False
        return ([] if whole else [self._over(start, end)]) + path[::-1]

    def _full(self, level: int, place: int) -> Hash:
        return bytes(self.levels[level][place * HASH_BYTES : (place + 1) * HASH_BYTES])

    def _over(self, start: int, end: int) -> Hash:
        """The root over leaves `start` to `end`; `start` is where a full subtree of that length could begin."""
        size = end - start
        if size & (size - 1) == 0:
            level = size.bit_length() - 1
            return self._full(level, start >> level)
        split = start + _split(size)
        return hash_node(self._over(start, split), self._over(split, end))


def root(leaves: list[Hash]) -> Hash:
    """The root over the leaves in their order."""
    peaks: list[tuple[int, Hash]] = []
    for leaf in leaves:
        size, node = 1, leaf
        while peaks and peaks[-1][0] == size:
            node, size = hash_node(peaks.pop()[1], node), size * 2
        peaks.append((size, node))
    return _joined([node for _size, node in peaks])


def inclusion_proof(leaves: list[Hash], index: int) -> list[Hash]:
    """The path from leaf `index` to the root, lowest sibling first."""
    if not 0 <= index < len(leaves):
        raise ValueError("There is no such leaf.")
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion_proof(leaves[:split], index), root(leaves[split:])]
    return [*inclusion_proof(leaves[split:], index - split), root(leaves[:split])]


def consistency_proof(leaves: list[Hash], first: int) -> list[Hash]:
    """What shows that the tree of the first `first` leaves is the beginning of this one."""
    if not 0 < first <= len(leaves):
        raise ValueError("The older tree has between one leaf and as many as the newer.")
    return _subproof(leaves, first, whole=True)


def verify_inclusion(leaf: Hash, index: int, size: int, proof: list[Hash], claimed: Hash) -> bool:
    """Whether the path leads from the leaf at `index` to the claimed root of a tree of `size` leaves (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    node, last, current = leaf, size - 1, index
    for sibling in proof:
        if last == 0:
            return False
        if current & 1 or current == last:
            node = hash_node(sibling, node)
            while not current & 1 and current:
                current, last = current >> 1, last >> 1
        else:
            node = hash_node(node, sibling)
        current, last = current >> 1, last >> 1
    return last == 0 and node == claimed


def verify_consistency(first: int, second: int, roots: tuple[Hash, Hash], proof: list[Hash]) -> bool:
    """Whether the tree of `first` leaves is a beginning of the tree of `second` leaves (RFC 9162, 2.1.4.2)."""
    if not 0 < first <= second:
        return False
    if first == second:
        return not proof and roots[0] == roots[1]
    path = list(proof)
    if first & (first - 1) == 0:
        path.insert(0, roots[0])
    if not path:
        return False
    return _climb(first - 1, second - 1, path) == roots


def _climb(current: int, last: int, path: list[Hash]) -> tuple[Hash, Hash] | None:
    while current & 1:
        current, last = current >> 1, last >> 1
    old = new = path[0]
    for node in path[1:]:
        if last == 0:
            return None
        if current & 1 or current == last:
            old, new = hash_node(node, old), hash_node(node, new)
            while not current & 1 and current:
                current, last = current >> 1, last >> 1
        else:
            new = hash_node(new, node)
        current, last = current >> 1, last >> 1
    return (old, new) if last == 0 else None


def _subproof(leaves: list[Hash], first: int, *, whole: bool) -> list[Hash]:
    if first == len(leaves):
        return [] if whole else [root(leaves)]
    split = _split(len(leaves))
    if first <= split:
        return [*_subproof(leaves[:split], first, whole=whole), root(leaves[split:])]
    return [*_subproof(leaves[split:], first - split, whole=False), root(leaves[:split])]


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1


def _joined(peaks: list[Hash]) -> Hash:
    if not peaks:
        return EMPTY_ROOT
    node = peaks[-1]
    for left in reversed(peaks[:-1]):
        node = hash_node(left, node)
    return node
