import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { ADA } from "../../test/fixtures.ts";
import { open } from "../../test/render.tsx";
import { answer } from "../../test/server.ts";

it.each(["/t/acme/nope", "/t/acme/members/nope", "/admin/nope", "/profile/nope"])(
  "at %s, where nothing is, stands one frame, and in it that nothing is there",
  async (path) => {
    answer("GET /v1/me", { status: 200, body: { ...ADA, operator: true } });
    open(path);
    const title = await screen.findByRole("heading", { level: 1, name: "Page not found" });
    expect(screen.getAllByRole("main")).toHaveLength(1);
    expect(within(screen.getByRole("main")).getByRole("heading")).toBe(title);
    expect(screen.getAllByLabelText("Language")).toHaveLength(1);
    expect(screen.getByRole("button", { name: `Account: ${ADA.email}` })).toBeVisible();
  },
);

it.each(["/nowhere", "/t", "/organizations"])("at %s it is said to everybody", async (path) => {
  open(path);
  await screen.findByRole("heading", { level: 1, name: "Page not found" });
  expect(screen.getAllByRole("main")).toHaveLength(1);
});
