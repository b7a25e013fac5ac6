import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ACME, listOf } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

const REGISTERED = {
  detail: "created",
  organization: { id: ACME.id, name: "Acme", slug: "acme", schema: "tenant_acme", domain: "acme.localhost" },
  user: { id: ACME.id, email: "ada@acme.example", role: "owner" },
};

async function register(again = "correct horse battery") {
  answer("GET /v1/slugs/acme", { status: 200, body: { available: true } });
  answer("GET /v1/session/providers", listOf());
  const page = open("/register");
  await page.user.type(await screen.findByLabelText(/Name of the organization/), "Acme");
  await page.user.type(screen.getByLabelText(/E-mail address/), "ada@acme.example");
  await page.user.type(screen.getByLabelText(/^Password( \*)?$/), "correct horse battery");
  await page.user.type(screen.getByLabelText(/Repeat password/), again);
  await page.user.click(screen.getByRole("button", { name: "Create the organization" }));
  return page;
}

describe("the registration", () => {
  it("leads to the sign-in, which says that it worked", async () => {
    answer("POST /auth/register", { status: 201, body: REGISTERED });
    const { address } = await register();
    await screen.findByText(/Your organization is ready/);
    expect(address()).toBe("/login");
    expect(bodies.get("POST /auth/register")).toEqual({
      organization_name: "Acme",
      email: "ada@acme.example",
      password: "correct horse battery",
      password_confirm: "correct horse battery",
    });
  });

  it("sends nothing while the two passwords differ", async () => {
    await register("something else");
    await screen.findByText("The passwords do not match");
    expect(asked).not.toContain("POST /auth/register");
  });

  it("shows errors of the API at their fields", async () => {
    answer("POST /auth/register", { status: 400, body: { email: ["Email already in use"] } });
    await register();
    await screen.findByText("Email already in use");
    expect(screen.getByLabelText(/E-mail address/)).toHaveAccessibleDescription(/already in use/);
    expect(screen.getByLabelText(/E-mail address/)).toBeInvalid();
  });

  it("shows what belongs to no field above the form", async () => {
    answer("POST /auth/register", { status: 503, body: { detail: "busy" } });
    await register();
    expect(await screen.findByRole("alert")).toHaveTextContent("cannot do this right now");
  });

  it("tells the short name while one types, and whether it is taken", async () => {
    answer("GET /v1/slugs/gruene-wiese", { status: 200, body: { available: false } });
    answer("GET /v1/slugs/grune-wiese", { status: 200, body: { available: false } });
    const { user } = open("/register");
    await user.type(await screen.findByLabelText(/Name of the organization/), "Grüne Wiese");
    await screen.findByText(/grune-wiese is taken/);
  });
});
