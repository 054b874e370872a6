"""How wide texts are, and where their lines break."""

from itertools import pairwise

import pytest

from raakvlak.canvas.measure import lines_of, lines_of_parts, width_of


def test_no_line_is_wider_than_it_may_be() -> None:
    """[DRAW-7]"""
    text = "Bepalen samen de spelregels, normen en waarden van de groep, en houden zich daaraan"
    for width in range(200, 900, 50):
        lines = lines_of(text, 20, 400, width)
        assert " ".join(lines) == text
        assert all(width_of(line, 20, 400) <= width for line in lines)


def test_a_text_takes_no_more_lines_than_it_needs() -> None:
    """[DRAW-7]"""
    text = "In elke complexe situatie spelen collectieve belangen een rol"
    whole = width_of(text, 20, 400) + 0.1
    assert len(lines_of(text, 20, 400, whole)) == 1
    assert len(lines_of(text, 20, 400, whole * 0.6)) == 2
    first, second = lines_of(text, 20, 400, whole * 0.9)
    assert abs(width_of(first, 20, 400) - width_of(second, 20, 400)) < 120, "no word is left alone"


def test_a_word_that_is_too_long_stands_alone() -> None:
    """[DRAW-7]"""
    assert lines_of("een samenwerkingsovereenkomst is er", 20, 400, 100)[1] == "samenwerkingsovereenkomst"


def test_parts_stay_whole() -> None:
    """[DRAW-7]"""
    assert lines_of_parts(["Need for control", "Fear of it"], 20, 400, 160) == ("Need for control", "Fear of it")


def test_a_text_that_is_empty_is_refused() -> None:
    """[DRAW-7]"""
    with pytest.raises(ValueError, match="expected a text, but it is empty"):
        lines_of("  ", 20, 400, 100)


def test_bolder_and_larger_letters_are_wider() -> None:
    """[DRAW-7]"""
    assert all(a < b for a, b in pairwise(width_of("Vertrouwen", 20, weight) for weight in (400, 550, 650)))
    assert width_of("Vertrouwen", 40, 400) == 2 * width_of("Vertrouwen", 20, 400)
    assert width_of("é", 20, 400) == width_of("e", 20, 400)
