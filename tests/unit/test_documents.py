"""The documents tell the truth: every rule has a test, every word of the wire and every setting is written down."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import get_args

import msgspec

from raakvlak import canvas, protocol
from raakvlak.canvas.intents import Intent
from raakvlak.canvas.refusal import RefusalCode
from raakvlak.config import Limits, Rhythm

ROOT = Path(__file__).parents[2]
RULE = re.compile(r"\[([A-Z]+-\d+)\]")
SPEC = (ROOT / "SPEC.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def rules_in(text: str) -> list[str]:
    return RULE.findall(text)


def quoted_rules() -> set[str]:
    client = ROOT / "client"
    typescript = (each for part in ("src", "tests") for each in (client / part).rglob("*.test.ts*"))
    tests = [*(ROOT / "tests").rglob("test_*.py"), *typescript]
    return {rule for test in tests for rule in rules_in(test.read_text(encoding="utf-8"))}


def test_every_rule_of_the_specification_has_a_test() -> None:
    """[DOC-1]"""
    assert set(rules_in(SPEC)) - quoted_rules() == set()


def test_every_rule_that_a_test_names_is_in_the_specification() -> None:
    """[DOC-2]"""
    assert quoted_rules() - set(rules_in(SPEC)) == set()


def test_no_rule_has_two_sentences() -> None:
    """[DOC-3]"""
    starts = re.findall(r"^- \[([A-Z]+-\d+)\]", SPEC, re.MULTILINE)
    assert sorted(starts) == sorted(set(starts))


def test_every_message_intent_and_close_code_is_in_the_specification() -> None:
    """[DOC-4]"""
    messages = get_args(protocol.ClientMessage) + get_args(protocol.ServerMessage) + get_args(Intent)
    tags = {str(message.__struct_config__.tag) for message in messages}
    codes = {str(code) for name, code in vars(protocol.Close).items() if name.isupper()}
    assert {word for word in tags | codes if f"`{word}`" not in SPEC} == set()


def test_every_refusal_and_notice_is_in_the_specification() -> None:
    """[DOC-5]"""
    words = get_args(RefusalCode) + get_args(protocol.NoticeCode)
    assert {word for word in words if f"`{word}`" not in SPEC} == set()


def test_every_bound_and_rhythm_is_in_the_architecture() -> None:
    """[DOC-6]"""
    names = {field.name for kind in (Limits, Rhythm) for field in msgspec.structs.fields(kind)}
    core = (import_module(f"{canvas.__name__}.{found.name}") for found in iter_modules(canvas.__path__))
    names |= {name for module in core for name in vars(module) if name.startswith("MAX_")}
    assert {name for name in names if f"`{name}`" not in ARCHITECTURE} == set()


def test_every_option_of_the_server_is_in_the_readme() -> None:
    """[DOC-7]"""
    options = ("host", "port", "data", "redis", "public-url", "create-code", "log-level")
    variables = [f"RAAKVLAK_{option.upper().replace('-', '_')}" for option in options]
    assert [word for word in (*(f"--{option}" for option in options), *variables) if word not in README] == []
