import "./theme/global.css";
import "virtual:theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { config } from "zod/mini";
import { App } from "./app/App.tsx";
import { createConsole } from "./app/console.ts";
import { speakPreferred } from "./locales/language.ts";

// Else Zod would try whether it may compile code, which the page's policy refuses, and reports.
config({ jitless: true });

const place = document.getElementById("console");
if (place === null) {
  throw new Error("index.html has no place for the console");
}
await speakPreferred();
createRoot(place).render(
  <StrictMode>
    <App of={createConsole()} />
  </StrictMode>,
);
