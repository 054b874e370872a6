// In which zones a place lies. (Interim: the geometry of the core takes this over.)

import type { Area, Layout, Place } from "../generated/protocol";
import { pointOf } from "./places";

export function zonesAt(layout: Layout, place: Place): { zones: string[] } {
  const { x, y } = pointOf(layout, place);
  const zones = layout.zones.filter((zone) => zone.areas.some((area) => holds(area, x, y))).map((zone) => zone.id);
  return { zones: zones.reverse() };
}

function holds(area: Area, x: number, y: number): boolean {
  if (area.type === "rect") return x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;
  if (area.type === "ring") {
    const distance = Math.hypot(x - area.x, y - area.y);
    return distance >= area.inner && distance <= area.outer;
  }
  let inside = false;
  const { points } = area;
  points.forEach(([ax, ay], index) => {
    const [bx, by] = points[(index + points.length - 1) % points.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}
