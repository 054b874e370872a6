"""Merging of texts."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vectors.text_vectors import VECTORS, random_edit, written

from raakvlak.canvas.events import Splice
from raakvlak.canvas.text import apply_edit, compose, inverse, is_normal, transform

seeds = st.integers(min_value=0, max_value=2**64)


@given(seeds)
def test_two_edits_made_at_once_end_in_one_text_in_either_order(seed: int) -> None:
    """[TEXT-1]"""
    dice = random.Random(seed)
    text = "".join(dice.choice("abc😀") for _ in range(dice.randint(0, 12)))
    a, b, first = random_edit(dice, len(text)), random_edit(dice, len(text)), dice.random() < 0.5
    a_over_b, b_over_a = transform(a, b, first), transform(b, a, not first)
    assert apply_edit(apply_edit(text, a), b_over_a) == apply_edit(apply_edit(text, b), a_over_b)
    assert is_normal(a_over_b) and is_normal(b_over_a)


@given(seeds)
def test_nothing_inserted_is_lost_in_a_merge(seed: int) -> None:
    """[TEXT-2]"""
    dice = random.Random(seed)
    text = "x" * dice.randint(0, 12)
    a = tuple(Splice(s.at, s.remove, "A" * len(s.insert)) for s in random_edit(dice, len(text)))
    b = tuple(Splice(s.at, s.remove, "B" * len(s.insert)) for s in random_edit(dice, len(text)))
    merged = apply_edit(apply_edit(text, a), transform(b, a, False))
    assert merged.count("A") == sum(len(s.insert) for s in a)
    assert merged.count("B") == sum(len(s.insert) for s in b)


@given(seeds)
def test_two_edits_after_each_other_can_be_told_as_one(seed: int) -> None:
    """[TEXT-3]"""
    dice = random.Random(seed)
    text = "".join(dice.choice("abc") for _ in range(dice.randint(0, 12)))
    a = random_edit(dice, len(text))
    middle = apply_edit(text, a)
    b = random_edit(dice, len(middle))
    one = compose(a, b)
    assert apply_edit(text, one) == apply_edit(middle, b)
    assert is_normal(one)


@given(seeds)
def test_the_inverse_gives_the_text_back(seed: int) -> None:
    """[TEXT-4]"""
    dice = random.Random(seed)
    text = "".join(dice.choice("abc") for _ in range(dice.randint(0, 12)))
    edit = random_edit(dice, len(text))
    assert apply_edit(apply_edit(text, edit), inverse(text, edit)) == text


def test_the_lower_writer_comes_first_at_the_same_place() -> None:
    """[TEXT-5]"""
    a, b = (Splice(1, 0, "A"),), (Splice(1, 0, "B"),)
    assert apply_edit(apply_edit("xy", b), transform(a, b, True)) == "xABy"
    assert apply_edit(apply_edit("xy", b), transform(a, b, False)) == "xBAy"


def test_what_is_inserted_into_a_removed_range_stays_after_its_replacement() -> None:
    """[TEXT-6]"""
    removing, inserting = (Splice(1, 3, "new"),), (Splice(2, 0, "!"),)
    assert apply_edit(apply_edit("abcde", removing), transform(inserting, removing, True)) == "anew!e"


def test_an_edit_beyond_the_text_is_refused() -> None:
    """[TEXT-7]"""
    with pytest.raises(ValueError, match="expected an edit within 2 code points"):
        apply_edit("ab", (Splice(2, 1),))


def test_the_shared_vectors_are_current() -> None:
    """[TEXT-8]"""
    assert VECTORS.read_text(encoding="utf-8") == written(), "run python tests/vectors/text_vectors.py"
