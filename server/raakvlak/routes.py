"""The routes on disk: files `canvases/routes/<id>.json` beside the templates."""

from functools import cache

import msgspec

from raakvlak.canvas.route import Route
from raakvlak.canvases import TemplateError, templates, templates_folder


@cache
def routes() -> tuple[Route, ...]:
    """All routes, in their order. Raises TemplateError."""
    found = []
    for file in sorted((templates_folder() / "routes").glob("*.json")):
        try:
            route = msgspec.json.decode(file.read_bytes(), type=Route)
        except (OSError, msgspec.DecodeError) as error:
            raise TemplateError(f"Expected a route in {file}, but: {error}") from error
        unknown = [each for each in route.canvases if each not in templates()]
        if unknown or route.id != file.stem:
            raise TemplateError(f"Expected the route {file.stem} of known canvases in {file}: {unknown or route.id}.")
        found.append(route)
    return tuple(sorted(found, key=lambda each: each.order))


def minutes_of(route: Route) -> int:
    """What the steps of its canvases come to, with its breaks."""
    found = templates()
    steps = sum(step.minutes for canvas in route.canvases for step in found[canvas].steps)
    return steps + sum(each.minutes for each in route.breaks)
