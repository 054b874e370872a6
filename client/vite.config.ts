// Builds the client into dist/, which the server hands out. `npm run dev` serves it beside a running server.

import { defineConfig } from "vitest/config";

const server = process.env.RAAKVLAK_DEV_SERVER ?? "http://127.0.0.1:8000";

export default defineConfig({
  build: {
    target: "es2022",
    // Nothing may be inlined as data: the pages' content security policy names our own address only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      "/api": server,
      "^/template": server,
      "^/w/[^/]+/(enter|join|links|sheet|events|ws)": { target: server, ws: true, changeOrigin: false },
    },
  },
  test: {
    include: ["tests/**/*.test.ts", "src/**/*.test.ts"],
  },
});
