import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

async function forgot(email: string) {
  const page = open("/forgot");
  await page.user.type(await screen.findByLabelText(/E-mail address/), email);
  await page.user.click(screen.getByRole("button", { name: "Send the link" }));
  return page;
}

describe("a forgotten password", () => {
  it("has a link mailed, and does not tell whether there is an account", async () => {
    answer("POST /auth/forgot", { status: 200, body: { message: "sent" } });
    await forgot("ada@acme.example");
    await screen.findByRole("heading", { name: "Check your inbox" });
    expect(screen.getByRole("status")).toHaveTextContent("If there is an account for ada@acme.example");
    expect(bodies.get("POST /auth/forgot")).toEqual({ email: "ada@acme.example" });
  });

  it("asks for an address that is one", async () => {
    await forgot("ada");
    await screen.findByText("Please enter an e-mail address");
    expect(asked).not.toContain("POST /auth/forgot");
  });

  it("counts down after too many tries", async () => {
    answer("POST /auth/forgot", { status: 429, body: { message: "…" }, headers: { "retry-after": "60" } });
    await forgot("ada@acme.example");
    expect(await screen.findByRole("alert")).toHaveTextContent("Too many attempts.");
    expect(screen.getByRole("button", { name: /Try again in \d+ s/ })).toBeDisabled();
  });

  it("says that the server does not answer", async () => {
    answer("POST /auth/forgot", { status: 0 });
    await forgot("ada@acme.example");
    expect(await screen.findByRole("alert")).toHaveTextContent("The server is not responding.");
  });
});
