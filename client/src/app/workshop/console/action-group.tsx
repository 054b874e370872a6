// What is selected as a group with a title; a group that is selected gets another title or is taken apart.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Group, MAX_NAME } from "../../../generated/protocol";
import { words } from "../../../words";
import { useRoom } from "../room";
import { selectedForAll, useDesk } from "./desk";

/** The group that holds exactly these items. */
function groupOf(groups: readonly Group[], ids: readonly string[]): Group | undefined {
  const wanted = [...ids].sort().join(" ");
  return groups.find(({ items }) => [...(items ?? [])].sort().join(" ") === wanted);
}

export function GroupPanel() {
  const w = words.value;
  const desk = useDesk();
  const room = useRoom();
  const { session, led } = room.live;
  const selected = selectedForAll(room);
  const ids = selected.map(({ id }) => id);
  const group = groupOf(led.found.value.groups, ids);
  const title = useSignal(group?.title ?? "");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const canvas = selected[0]?.canvas;
  if (!canvas) return <p class="help">{w.actChooseFirst}</p>;
  const save = (event: Event) => {
    event.preventDefault();
    session.propose({
      type: "group.set",
      id: group?.id ?? session.newId(),
      canvas,
      title: title.value.trim(),
      items: ids,
    });
    desk.action.value = null;
  };
  const apart = () => {
    if (group) session.propose({ type: "group.set", id: group.id, canvas: group.canvas, title: "", items: [] });
    desk.action.value = null;
  };
  return (
    <form onSubmit={save}>
      <label class="field">
        <span class="label">{w.groupTitle}</span>
        <input
          class="input"
          ref={field}
          type="text"
          maxLength={MAX_NAME}
          value={title.value}
          onInput={(event) => {
            title.value = event.currentTarget.value;
          }}
        />
      </label>
      <div class="row">
        <button type="submit" class="button main">
          {group ? w.groupRename : w.groupMake(ids.length)}
        </button>
        {group && (
          <button type="button" class="button" onClick={apart}>
            {w.groupApart}
          </button>
        )}
      </div>
    </form>
  );
}
