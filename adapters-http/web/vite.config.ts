import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compressed } from "./build/compressed.ts";
import { themeCss } from "./build/theme-css.ts";

const SERVER = process.env["TENANTRY_URL"] ?? "http://localhost:8080";

export default defineConfig({
  plugins: [react(), themeCss(), compressed()],
  resolve: { alias: { "@": fileURLToPath(new URL("src", import.meta.url)) } },
  build: {
    outDir: process.env["CONSOLE_OUT"] ?? "../target/classes/console",
    emptyOutDir: true,
    target: "es2022",
    manifest: true,
    // A file inlined as a data: address would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs is one file: it compresses better, and changes more rarely than pages do.
        codeSplitting: {
          groups: [
            {
              name: "base",
              test: /node_modules\/(react|react-dom|scheduler|react-hook-form|axios|zod|@tanstack|@hookform)\//,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": SERVER, "/social": SERVER, "/pages": SERVER } },
  test: {
    environment: "jsdom",
    setupFiles: ["test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    testTimeout: 20_000,
    restoreMocks: true,
  },
});
