"""The JSON Schema of templates, for editors that complete and check what somebody types.

Made from the types: what is said about each class and field there is what an editor shows. `python -m
raakvlak.template_schema` prints it; docs/template.schema.json is what it printed last.
"""

import ast
import json
import sys
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from raakvlak.canvas.template import Template
from raakvlak.canvas.words import Words

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODULES = ("field_parts", "figures", "kinds", "measures", "template", "words")
"""Of the canvas package: where the types are."""
_REMARKS = {"^//": {"description": "A remark; it means nothing."}}


@cache
def schema_text() -> str:
    """The schema as a file."""
    return json.dumps(_schema(), ensure_ascii=False, indent=1) + "\n"


def _schema() -> dict[str, Any]:
    (root,), definitions = msgspec.json.schema_components([Template], ref_template="#/$defs/{name}")
    said = _said()
    for name, each in definitions.items():
        _explain(each, said, name)
    definitions["Template"]["properties"]["$schema"] = {"type": "string", "description": "This schema, for an editor."}
    plain: dict[str, Any] = _plain({"$schema": DIALECT, "title": "A canvas of Raakvlak", **root, "$defs": definitions})
    return plain


def _explain(definition: dict[str, Any], said: dict[str, dict[str, str]], name: str) -> None:
    """Add what is said of each field, and that remarks may stand anywhere."""
    definition["patternProperties"] = _REMARKS
    for field, its in definition["properties"].items():
        text = said.get(name, {}).get(field)
        if text is not None:
            its["description"] = text
    if name == Words.__name__:
        definition["description"] = "One text in both languages."


def _plain(part: Any) -> Any:
    """A schema without what only msgspec knows, and with patterns as JavaScript has them."""
    if isinstance(part, list):
        return [_plain(each) for each in part]
    if not isinstance(part, dict):
        return part
    plain = {key: _plain(value) for key, value in part.items() if key != "discriminator"}
    if isinstance(plain.get("pattern"), str):
        plain["pattern"] = plain["pattern"].replace(r"\A", "^").replace(r"\Z", "$")
    return plain


def _said() -> dict[str, dict[str, str]]:
    """By class: the text under each field, those of the classes it is made from included."""
    found: dict[str, dict[str, str]] = {}
    for module in _MODULES:
        source = files("raakvlak.canvas").joinpath(f"{module}.py").read_text(encoding="utf-8")
        for each in ast.parse(source).body:
            if isinstance(each, ast.ClassDef):
                bases = (found.get(base.id, {}) for base in each.bases if isinstance(base, ast.Name))
                found[each.name] = {name: text for base in bases for name, text in base.items()} | _fields(each)
    return found


def _fields(of: ast.ClassDef) -> dict[str, str]:
    found = {}
    for field, under in zip(of.body, of.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(under, ast.Expr)
            and isinstance(under.value, ast.Constant)
            and isinstance(under.value.value, str)
        ):
            found[field.target.id] = _left_out(" ".join(under.value.value.split()))
    return found


def _left_out(text: str) -> str:
    """What a docstring says of None, in the words of a file."""
    return text.replace("; None:", "; left out:").replace("None:", "Left out:")


if __name__ == "__main__":
    sys.stdout.write(schema_text())
