// Pointers of a replay: how long somebody's is seen after what they did, and that no name lies over another.

/** How long somebody's pointer stays after their last deed, in ms of the time line. */
export const POINTER_STAYS = 3000;
/** Room for a pointer with its name, in px on the screen. */
export const NAME_WIDTH = 160;
export const NAME_HEIGHT = 26;

export interface Pointer {
  person: string;
  x: number;
  y: number;
}

/** Whether somebody's pointer is still seen at `now`, their last deed having been at `done`. */
export function stillSeen(done: number, now: number): boolean {
  return done <= now && now - done < POINTER_STAYS;
}

/** The pointers with those that would lie over an earlier one put below it; `zoom`: px on the screen per px here. */
export function apart(pointers: readonly Pointer[], zoom: number): Pointer[] {
  const [width, height] = [NAME_WIDTH / zoom, NAME_HEIGHT / zoom];
  const placed: Pointer[] = [];
  // From above to below, each steps down past those before it: one pass is enough.
  for (const pointer of [...pointers].sort((a, b) => a.y - b.y)) {
    let { y } = pointer;
    for (const other of placed) {
      if (Math.abs(other.x - pointer.x) < width && Math.abs(other.y - y) < height) y = other.y + height;
    }
    placed.push({ ...pointer, y });
    placed.sort((a, b) => a.y - b.y);
  }
  return placed;
}
