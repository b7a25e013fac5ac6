import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ELSEWHERE, HERE, openSecurity, part } from "../../../../test/account.ts";
import { listOf } from "../../../../test/fixtures.ts";
import { answer } from "../../../../test/server.ts";

const SIGN_OUT_PHONE = "Sign out: Chrome · Android";

describe("where one is signed in", () => {
  it("is told by the device, and the one at hand cannot be signed out there", async () => {
    openSecurity();
    const sessions = await part("Where you are signed in");
    await sessions.findByText("Chrome · Linux");
    expect(sessions.getByText("this device")).toBeInTheDocument();
    expect(sessions.getByRole("button", { name: SIGN_OUT_PHONE })).toBeInTheDocument();
    expect(sessions.queryByRole("button", { name: "Sign out: Chrome · Linux" })).not.toBeInTheDocument();
  });

  it("can be ended one by one", async () => {
    answer(`DELETE /v1/me/sessions/${ELSEWHERE.id}`, () => {
      answer("GET /v1/me/sessions", listOf(HERE));
      return listOf(HERE);
    });
    const { user } = openSecurity();
    await user.click(await screen.findByRole("button", { name: SIGN_OUT_PHONE }));
    await waitFor(() => expect(screen.queryByText("Chrome · Android")).not.toBeInTheDocument());
  });

  it("can be ended everywhere else at once", async () => {
    answer("DELETE /v1/me/sessions", () => {
      answer("GET /v1/me/sessions", listOf(HERE));
      return listOf(HERE);
    });
    const { user } = openSecurity();
    await user.click(await screen.findByRole("button", { name: "Sign out everywhere else" }));
    await waitFor(() => expect(screen.queryByText("Chrome · Android")).not.toBeInTheDocument());
    expect(screen.queryByRole("button", { name: "Sign out everywhere else" })).not.toBeInTheDocument();
  });

  it("says if it could not be ended", async () => {
    answer(`DELETE /v1/me/sessions/${ELSEWHERE.id}`, { status: 0 });
    const { user } = openSecurity();
    await user.click(await screen.findByRole("button", { name: SIGN_OUT_PHONE }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The server is not responding.");
    expect(screen.getByText("Chrome · Android")).toBeInTheDocument();
  });

  it("can be asked for again if it could not be shown", async () => {
    const { user } = openSecurity();
    answer("GET /v1/me/sessions", { status: 409, body: { code: "conflict", detail: "…" } });
    const sessions = await part("Where you are signed in");
    await sessions.findByRole("alert");
    answer("GET /v1/me/sessions", listOf(HERE));
    await user.click(sessions.getByRole("button", { name: "Try again" }));
    await sessions.findByText("this device");
  });
});
