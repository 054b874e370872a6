// Who is here: each with their organisation's colour and mark. Pressing one follows them.

import { initials } from "../../canvas/marks";
import { words } from "../../words";
import { OrganisationMark } from "../mark";
import { organisationColours } from "../organisation-colours";
import { othersHere } from "./following";
import { Menu, MenuItem } from "./menu";
import { useRoom } from "./room";

/** As many as the bar has room for on a wide screen; the style sheet hides some of them on a narrow one. */
const IN_SIGHT = 6;

function Avatar({ person }: { person: string }) {
  const { live } = useRoom();
  const organisation = live.organisationOf(person);
  const colours = organisation && organisationColours(organisation.mark);
  const name = live.nameOf(person) ?? words.value.someone;
  return (
    // The style sheet draws the letters: for speech and screen readers a button is called by its name.
    <span
      class="avatar"
      data-letters={initials(name)}
      style={colours && { background: colours.note, borderColor: colours.colour }}
    >
      {organisation && <OrganisationMark organisation={organisation} size={12} />}
    </span>
  );
}

export function Avatars() {
  const w = words.value;
  const { live, following } = useRoom();
  const others = othersHere(live.peers.value, live.session.person, (id) => live.nameOf(id));
  const followed = following.person.value;
  const inSight = others.slice(0, IN_SIGHT);
  const label = (person: string) => {
    const name = live.nameOf(person) ?? w.someone;
    return person === followed ? w.stopFollowing(name) : w.followPerson(name);
  };
  return (
    <div class="avatars">
      <ul aria-label={w.here}>
        {inSight.map((person) => (
          <li key={person}>
            <button
              type="button"
              class="icon-button avatar-button"
              aria-pressed={person === followed}
              aria-label={label(person)}
              onClick={() => following.toggle(person)}
            >
              <Avatar person={person} />
              <span class="hint" aria-hidden="true">
                {label(person)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Menu
        name={`${w.here}: ${others.length + 1}`}
        class="avatar-rest"
        text={<span class="figures">{others.length + 1}</span>}
      >
        <p class="menu-row">
          <Avatar person={live.session.person} />
          {w.youAre(live.me.value?.name ?? "")}
        </p>
        {others.map((person) => (
          <MenuItem key={person} pressed={person === followed} onClick={() => following.toggle(person)}>
            <Avatar person={person} />
            <span>
              {label(person)}
              <span class="menu-second">{live.organisationOf(person)?.name ?? w.noOrganisation}</span>
            </span>
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
