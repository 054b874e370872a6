import { describe, expect, it } from "vitest";
import { routeOf } from "../../src/app/route";

describe("routeOf", () => {
  it("[UI-1] shows the start page at the root", () => {
    expect(routeOf("/", "")).toEqual({ page: "start" });
  });

  it("[UI-1] opens a workshop with the secret of its fragment", () => {
    expect(routeOf("/w/1e6d3695dfd9/", "#32a4")).toEqual({
      page: "workshop",
      workshop: "1e6d3695dfd9",
      secret: "32a4",
    });
  });

  it("[UI-1] opens a workshop without a secret, as after a reload", () => {
    expect(routeOf("/w/1e6d3695dfd9", "")).toEqual({ page: "workshop", workshop: "1e6d3695dfd9", secret: null });
  });

  it("[UI-1] opens the replay of a workshop, also with a secret", () => {
    expect(routeOf("/w/abc/replay", "")).toEqual({ page: "replay", workshop: "abc", secret: null });
    expect(routeOf("/w/abc/replay", "#s")).toEqual({ page: "replay", workshop: "abc", secret: "s" });
  });

  it.each(["/w/", "/w/a/b", "/about", "/w/a%2Fb/", "/w/abc/replay/more"])("[UI-1] leads nowhere at %s", (path) => {
    expect(routeOf(path, "")).toEqual({ page: "nowhere" });
  });
});
