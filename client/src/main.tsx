// The one page: looks at its address and shows the screen that it asks for.

import "@fontsource-variable/schibsted-grotesk/wght.css";
import "@fontsource-variable/schibsted-grotesk/wght-italic.css"; // fetched by the browser when a catch-phrase needs it
import "./app/theme.css";
import "./app/base.css";
import "./app/controls.css";
import { render } from "preact";
import { App } from "./app/app";
import { applySettings } from "./app/settings";

applySettings(document.documentElement);

// Another link of the same workshop, opened in this tab, differs only in its fragment.
window.addEventListener("hashchange", () => location.hash.length > 1 && location.reload());

const root = document.getElementById("app");
if (root) render(<App />, root);
