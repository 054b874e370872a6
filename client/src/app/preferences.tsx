// The switches that every screen has: the language of the interface, light or dark.

import { words } from "../words";
import { IconButton, OneOf } from "./controls";
import { Sign } from "./icons";
import { chooseLanguage, language, themeNow, toggleTheme } from "./settings";

export function LanguageSwitch() {
  return (
    <OneOf
      quiet
      legend={words.value.language}
      value={language.value}
      options={[
        { value: "nl", text: "NL", lang: "nl", name: "Nederlands" },
        { value: "en", text: "EN", lang: "en", name: "English" },
      ]}
      onChoose={chooseLanguage}
    />
  );
}

export function ThemeSwitch() {
  const w = words.value;
  const dark = themeNow() === "dark";
  return <IconButton icon={dark ? "sun" : "moon"} name={dark ? w.toLight : w.toDark} onClick={toggleTheme} />;
}

/** The head of the pages outside a workshop. */
export function PageHead() {
  return (
    <header class="page-head">
      <a class="brand" href="/">
        <Sign size={26} />
        {words.value.raakvlak}
      </a>
      <span class="space" />
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}
