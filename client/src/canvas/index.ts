// The canvas view and what others may use of it.

import "./canvas.css";
import "./items.css";
import "./cards.css";
import "./links.css";
import "./scales.css";
import "./led.css";
import "./together.css";

export { initials, MARKS, markElement, markLetter } from "./marks";
export { createCanvasView } from "./view";
