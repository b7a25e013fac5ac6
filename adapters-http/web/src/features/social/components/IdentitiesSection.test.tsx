import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { dialog, openSecurity, part } from "../../../../test/account.ts";
import { listOf } from "../../../../test/fixtures.ts";
import { answer, bodies } from "../../../../test/server.ts";

const IDENTITY = {
  id: "0199c1de-7a60-7c3e-9d55-000000000301",
  provider: "google",
  email: "ada@gmail.example",
  linkedAt: "2026-01-30T12:00:00.000Z",
  lastUsedAt: null,
};

function openLinked(...identities: unknown[]) {
  const page = openSecurity();
  answer("GET /v1/me/identities", listOf(...identities));
  answer("GET /v1/session/providers", listOf({ name: "google", label: "Google" }));
  return page;
}

async function unlink() {
  const page = openLinked(IDENTITY);
  await page.user.click(await screen.findByRole("button", { name: "Unlink: Google" }));
  const opened = await dialog();
  await page.user.click(opened.getByRole("button", { name: "Unlink" }));
  return opened;
}

describe("linked accounts", () => {
  it("are not spoken of where there are neither providers nor such accounts", async () => {
    openSecurity();
    await part("Where you are signed in");
    await waitFor(() => expect(screen.queryByRole("region", { name: "Linked accounts" })).not.toBeInTheDocument());
  });

  it("are linked at the provider, by the password", async () => {
    answer("POST /v1/me/identities", {
      status: 200,
      body: { authorizationUrl: "https://provider.example/authorize", browserToken: "b" },
    });
    const { user } = openLinked();
    await user.click(await screen.findByRole("button", { name: "Link Google" }));
    const opened = await dialog();
    await user.type(opened.getByLabelText("Password"), "correct horse battery");
    const assign = vi.fn();
    vi.stubGlobal("location", { origin: location.origin, href: location.href, assign });
    await user.click(opened.getByRole("button", { name: "Link Google" }));
    await waitFor(() => expect(assign).toHaveBeenCalledWith("https://provider.example/authorize"));
    expect(bodies.get("POST /v1/me/identities")).toEqual({ provider: "google", password: "correct horse battery" });
    expect(JSON.parse(sessionStorage.getItem("tenantry.social") ?? "")).toEqual({ browserToken: "b", link: true });
  });

  it("are unlinked after a question", async () => {
    answer(`DELETE /v1/me/identities/${IDENTITY.id}`, () => {
      answer("GET /v1/me/identities", listOf());
      return { status: 204, body: "" };
    });
    await unlink();
    await waitFor(() => expect(screen.queryByText(/ada@gmail.example/)).not.toBeInTheDocument());
  });

  it("stay if nobody could sign in without them", async () => {
    answer(`DELETE /v1/me/identities/${IDENTITY.id}`, { status: 409, body: { code: "conflict", detail: "…" } });
    const opened = await unlink();
    expect(await opened.findByRole("alert")).toHaveTextContent("Without it you could no longer sign in.");
  });
});
