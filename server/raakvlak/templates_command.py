"""The commands `raakvlak templates ...`: for who writes a canvas of their own, or wants to know which there are."""

import argparse
import sys
from pathlib import Path

from raakvlak.canvas.checking import MAX_TEMPLATE, Checked, check_template, taken, too_large
from raakvlak.canvas.example_spots import ExampleError
from raakvlak.canvas.template import Template
from raakvlak.canvases import TemplateError, templates, templates_folder
from raakvlak.canvases_document import write_document
from raakvlak.new_template import new_template
from raakvlak.template_schema import schema_text

DOCUMENT = "docs/templates.md"


def add_templates(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and what can be asked of it."""
    parser = commands.add_parser("templates", help="list, check and begin canvases")
    asked = parser.add_subparsers(dest="asked", required=True)
    asked.add_parser("list", help="the canvases that come with Raakvlak").set_defaults(run=_list)
    check = asked.add_parser("check", help="say what is wrong with a template, by line and field")
    check.add_argument("files", metavar="FILE", nargs="+", type=Path)
    check.set_defaults(run=_check)
    new = asked.add_parser("new", help="write a commented example to begin with")
    new.add_argument("file", metavar="FILE", nargs="?", type=Path, default=Path("my-canvas.json"))
    new.set_defaults(run=_new)
    drawn = asked.add_parser("pictures", help="write a page with a picture of each canvas, filled in")
    drawn.add_argument("folder", metavar="FOLDER", type=Path)
    drawn.set_defaults(run=_pictures)
    asked.add_parser("schema", help="print the JSON Schema of templates, for editors").set_defaults(run=_schema)


def run_templates(options: argparse.Namespace) -> int:
    """Do what was asked; the exit code."""
    code: int = options.run(options)
    return code


def _list(options: argparse.Namespace) -> int:
    try:
        found = sorted(templates().values(), key=lambda each: each.order)
    except TemplateError as error:
        return _fail(str(error))
    wide = max(len(each.id) for each in found)
    for each in found:
        _say(f"{each.id:{wide}}  {each.title.en} / {each.title.nl}")
    return 0


def _check(options: argparse.Namespace) -> int:
    """Every file; 1 if there is anything wrong with any of them."""
    return max(_check_file(file) for file in options.files)


def _check_file(file: Path) -> int:
    try:
        size = file.stat().st_size
        checked = too_large(size) if size > MAX_TEMPLATE else check_template(file.read_bytes())
    except OSError as error:
        return _fail(f"Expected a template in {file}, but could not read it: {error.strerror}.")
    if checked.template is not None and _is_taken(checked.template.id, file):
        checked = taken(checked.template.id)
    if checked.template is not None:
        _say(f"{file}: all is well. {_contents(checked.template)}")
        return 0
    return _fail("\n".join([f"{file}: {_count(checked)}.", *(f"  {each}" for each in checked.faults)]))


def _is_taken(name: str, file: Path) -> bool:
    """Whether another file, of those that come with Raakvlak, has this id."""
    other = templates_folder() / f"{name}.json"
    return other.exists() and not other.samefile(file)


def _count(checked: Checked) -> str:
    count = len(checked.faults)
    return f"{count} {'fault' if count == 1 else 'faults'}; {DOCUMENT} explains each part"


def _contents(template: Template) -> str:
    minutes = sum(step.minutes for step in template.steps)
    parts = [(len(template.zones), "zone"), (len(template.cards), "card"), (len(template.steps), "step")]
    said = [f"{count} {name}{'' if count == 1 else 's'}" for count, name in (*parts, (minutes, "minute")) if count]
    return f"{', '.join(said)}."


def _new(options: argparse.Namespace) -> int:
    """A file that is there already stays as it is."""
    file: Path = options.file
    text = new_template(file.stem)
    if not check_template(text.encode()).template:
        return _fail(f"Expected a name of small letters, digits and dashes, as my-canvas.json, but got {file.name}.")
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError:
        return _fail(f"Expected a file that is not there yet, but {file} is.")
    except OSError as error:
        return _fail(f"Expected to write {file}, but could not: {error.strerror}.")
    _say(f"Wrote {file}. Change it, then: raakvlak templates check {file}")
    return 0


def _pictures(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    try:
        count = write_document(folder)
    except (TemplateError, ExampleError) as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"Expected a folder to write in, but {folder}: {error.strerror}.")
    _say(f"Wrote {count} pictures and the page about them in {folder}.")
    return 0


def _schema(options: argparse.Namespace) -> int:
    sys.stdout.write(schema_text())
    return 0


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")


def _fail(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1
