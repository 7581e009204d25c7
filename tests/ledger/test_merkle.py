"""The tree: the published vectors of certificate transparency, every proof of small trees, and every tampering with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.ledger import merkle

ENTRIES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
LEAVES = [merkle.hash_leaf(bytes.fromhex(entry)) for entry in ENTRIES]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSIONS = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
CONSISTENCIES = {
    (1, 1): [],
    (1, 8): INCLUSIONS[(0, 8)],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
MANY = [merkle.hash_leaf(bytes([number])) for number in range(40)]


@pytest.mark.parametrize("size", range(9))
def test_the_root_is_the_published_one(size):
    assert merkle.root(LEAVES[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize("leaf, size", INCLUSIONS)
def test_an_inclusion_proof_is_the_published_one(leaf, size):
    assert [node.hex() for node in merkle.inclusion_proof(LEAVES[:size], leaf)] == INCLUSIONS[leaf, size]


@pytest.mark.parametrize("first, second", CONSISTENCIES)
def test_a_consistency_proof_is_the_published_one(first, second):
    assert [node.hex() for node in merkle.consistency_proof(LEAVES[:second], first)] == CONSISTENCIES[first, second]


@pytest.mark.parametrize("size", range(1, 41))
def test_every_leaf_of_every_small_tree_can_be_proved(size):
    root = merkle.root(MANY[:size])
    for index in range(size):
        proof = merkle.inclusion_proof(MANY[:size], index)
        assert merkle.verify_inclusion(MANY[index], index, size, proof, root)
        assert not merkle.verify_inclusion(MANY[index], (index + 1) % size, size, proof, root) or size == 1
        assert not merkle.verify_inclusion(b"\0" * 32, index, size, proof, root)
        assert not merkle.verify_inclusion(MANY[index], index, size, [*proof, root], root)
        assert not proof or not merkle.verify_inclusion(MANY[index], index, size, proof[:-1], root)


@pytest.mark.parametrize("second", range(1, 41))
def test_every_older_tree_is_shown_to_be_a_beginning(second):
    newer = merkle.root(MANY[:second])
    for first in range(1, second + 1):
        older = merkle.root(MANY[:first])
        proof = merkle.consistency_proof(MANY[:second], first)
        assert merkle.verify_consistency(first, second, (older, newer), proof)
        assert not merkle.verify_consistency(first, second, (b"\0" * 32, newer), proof)
        assert not merkle.verify_consistency(first, second, (older, b"\0" * 32), proof)
        assert not merkle.verify_consistency(first, second, (older, newer), [*proof, newer])


def test_the_tree_that_is_kept_gives_the_same_roots_and_proofs():
    tree = merkle.Tree()
    for start in range(0, 40, 7):
        tree.extend(MANY[start : start + 7])
    for size in range(41):
        assert tree.root(size) == merkle.root(MANY[:size])
        for index in range(size):
            assert tree.inclusion_proof(index, size) == merkle.inclusion_proof(MANY[:size], index)
            assert tree.consistency_proof(index + 1, size) == merkle.consistency_proof(MANY[:size], index + 1)
    for wrong in ((-1, 3), (3, 3), (0, 41)):
        with pytest.raises(ValueError, match="no such leaf"):
            tree.inclusion_proof(*wrong)
    for wrong in ((0, 3), (4, 3), (1, 41)):
        with pytest.raises(ValueError, match="older tree"):
            tree.consistency_proof(*wrong)


def test_a_proof_among_a_hundred_thousand_reckons_a_few_hashes_only(monkeypatch):
    tree, made = merkle.Tree(), []
    tree.extend(bytes(32) for _ in range(100_000))
    monkeypatch.setattr(merkle, "hash_node", lambda left, right: made.append(left) or bytes(32))
    assert len(tree.inclusion_proof(70_000, 99_999)) == 17
    assert len(made) < 40


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=30), st.data())
def test_a_changed_leaf_changes_the_root_and_breaks_every_proof(entries, data):
    leaves = [merkle.hash_leaf(entry) for entry in entries]
    index = data.draw(st.integers(0, len(leaves) - 1))
    proof, root = merkle.inclusion_proof(leaves, index), merkle.root(leaves)
    forged = [*leaves[:index], merkle.hash_leaf(entries[index] + b"!"), *leaves[index + 1 :]]
    assert merkle.root(forged) != root
    assert not merkle.verify_inclusion(forged[index], index, len(leaves), proof, root)


def test_a_truncated_or_forked_log_has_no_consistency():
    signed = merkle.root(MANY[:20])
    forked = [*MANY[:7], merkle.hash_leaf(b"another"), *MANY[8:]]
    proof = merkle.consistency_proof(forked, 20)
    assert not merkle.verify_consistency(20, 40, (signed, merkle.root(forked)), proof)
    assert not merkle.verify_consistency(20, 10, (signed, merkle.root(MANY[:10])), [])


@pytest.mark.parametrize("index", [-1, 3])
def test_a_leaf_that_is_not_there_has_no_proof(index):
    with pytest.raises(ValueError, match="no such leaf"):
        merkle.inclusion_proof(MANY[:3], index)
    assert not merkle.verify_inclusion(MANY[0], index, 3, [], merkle.root(MANY[:3]))


@pytest.mark.parametrize("first", [0, 4])
def test_a_tree_that_is_not_older_has_no_consistency_proof(first):
    with pytest.raises(ValueError, match="older tree"):
        merkle.consistency_proof(MANY[:3], first)
