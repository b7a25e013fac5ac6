import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { dialog, part } from "../../../../test/account.ts";
import { ADA, listOf, NOBODY, SIGNED_IN } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

const PICTURE = new File(["picture"], "ada.png", { type: "image/png" });

function openProfile() {
  answer("GET /v1/me", { status: 200, body: ADA });
  return open("/profile");
}

describe("what somebody says of themselves", () => {
  it("is kept, and what is emptied is cleared", async () => {
    answer("PATCH /v1/me", { status: 200, body: { ...ADA, firstName: "Augusta", fullName: "Augusta" } });
    const { user } = openProfile();
    const person = await part("About you");
    await user.clear(person.getByLabelText("First name"));
    await user.type(person.getByLabelText("First name"), "Augusta");
    await user.clear(person.getByLabelText("Last name"));
    await user.click(person.getByRole("button", { name: "Save" }));
    await person.findByText("Saved.");
    expect(bodies.get("PATCH /v1/me")).toEqual({ firstName: "Augusta", lastName: null, phone: null });
    await user.type(person.getByLabelText("First name"), "!");
    expect(person.queryByText("Saved.")).not.toBeInTheDocument();
  });

  it("is not sent while it cannot be right", async () => {
    const { user } = openProfile();
    const person = await part("About you");
    await user.type(person.getByLabelText("Phone"), "call me");
    await user.click(person.getByRole("button", { name: "Save" }));
    await person.findByText(/3 to 20 digits/);
    expect(person.getByLabelText("Phone")).toBeInvalid();
    expect(asked).not.toContain("PATCH /v1/me");
  });

  it("shows what the API refuses at its field, in words for a person", async () => {
    const errors = { lastName: "contains a character that is not allowed" };
    answer("PATCH /v1/me", { status: 400, body: { code: "validation_failed", detail: "…", errors } });
    const { user } = openProfile();
    const person = await part("About you");
    await user.type(person.getByLabelText("Last name"), "?");
    await user.click(person.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(person.getByLabelText("Last name")).toBeInvalid());
    expect(person.getByLabelText("Last name")).toHaveAccessibleDescription(/contains a character that is not allowed/);
  });

  it("says so if the server is not reached, and keeps what was typed", async () => {
    answer("PATCH /v1/me", { status: 0 });
    const { user } = openProfile();
    const person = await part("About you");
    await user.type(person.getByLabelText("First name"), " Augusta");
    await user.click(person.getByRole("button", { name: "Save" }));
    expect(await person.findByRole("alert")).toHaveTextContent("The server is not responding.");
    expect(person.getByLabelText("First name")).toHaveValue("Ada Augusta");
  });

  it("is saved after one refresh if the access has run out", async () => {
    let fresh = false;
    answer("PATCH /v1/me", () => (fresh ? { status: 200, body: ADA } : NOBODY));
    answer("POST /v1/session/refresh", () => {
      fresh = true;
      return { status: 200, body: SIGNED_IN };
    });
    const { user } = openProfile();
    const person = await part("About you");
    await user.click(person.getByRole("button", { name: "Save" }));
    await person.findByText("Saved.");
    expect(asked.filter((request) => request === "POST /v1/session/refresh")).toHaveLength(1);
  });

  it("leads to the sign-in, and back, if the session is over", async () => {
    answer("PATCH /v1/me", NOBODY);
    answer("POST /v1/session/refresh", NOBODY);
    answer("GET /v1/session/providers", listOf());
    const { user, address } = openProfile();
    await user.click((await part("About you")).getByRole("button", { name: "Save" }));
    await screen.findByText("Your session has ended. Please sign in again.");
    expect(address()).toBe("/login?redirect=%2Fprofile");
  });
});

describe("language, time and mails", () => {
  it("are kept, and the console speaks the language at once", async () => {
    const profile = { ...ADA.profile, locale: "de", timezone: "Europe/Berlin" };
    answer("PATCH /v1/me", { status: 200, body: { ...ADA, profile } });
    const { user } = openProfile();
    const region = await part("Language and time");
    await user.selectOptions(region.getByLabelText("Language"), "de");
    await user.selectOptions(region.getByLabelText("Time zone"), "Europe/Berlin");
    await user.click(region.getByRole("switch", { name: /News about the product/ }));
    await user.click(region.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { name: "Sprache und Zeit" });
    expect(bodies.get("PATCH /v1/me")).toEqual({
      profile: { locale: "de", timezone: "Europe/Berlin", notifications: { product: true, invitations: true } },
    });
  });

  it("show what the API refuses at its field", async () => {
    const errors = { "profile.timezone": "is malformed" };
    answer("PATCH /v1/me", { status: 400, body: { code: "validation_failed", detail: "…", errors } });
    const { user } = openProfile();
    const region = await part("Language and time");
    await user.click(region.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(region.getByLabelText("Time zone")).toBeInvalid());
    expect(region.getByLabelText("Time zone")).toHaveAccessibleDescription("This format is not valid");
  });
});

describe("the picture", () => {
  const input = (page: HTMLElement) => page.querySelector<HTMLInputElement>("input[type=file]") as HTMLInputElement;

  it("is shown before it is sent, and can be given up", async () => {
    const { user, container } = openProfile();
    const picture = await part("Picture");
    await user.upload(input(container), PICTURE);
    expect(await picture.findByRole("img", { name: "Preview" })).toHaveAttribute("src", "blob:picture");
    await user.click(picture.getByRole("button", { name: "Cancel" }));
    expect(picture.queryByRole("img", { name: "Preview" })).not.toBeInTheDocument();
    expect(asked).not.toContain("PUT /v1/me/avatar");
  });

  it("is stored, and can be removed", async () => {
    const avatarUrl = "https://accounts.example/api/v1/users/ada/avatar?v=1";
    const { user, container } = openProfile();
    const picture = await part("Picture");
    answer("PUT /v1/me/avatar", { status: 200, body: { avatarUrl } });
    answer("GET /v1/me", { status: 200, body: { ...ADA, profile: { ...ADA.profile, avatarUrl } } });
    await user.upload(input(container), PICTURE);
    await user.click(await picture.findByRole("button", { name: "Use this picture" }));
    answer("DELETE /v1/me/avatar", { status: 200, body: { avatarUrl: null } });
    await user.click(await picture.findByRole("button", { name: "Remove" }));
    await waitFor(() => expect(asked).toContain("DELETE /v1/me/avatar"));
  });

  it("is not sent if it is too large", async () => {
    const { user, container } = openProfile();
    const picture = await part("Picture");
    await user.upload(input(container), new File([new Uint8Array(1_048_577)], "ada.png", { type: "image/png" }));
    expect(await picture.findByRole("alert")).toHaveTextContent("This is too large.");
    expect(picture.queryByRole("button", { name: "Use this picture" })).not.toBeInTheDocument();
  });

  it("is not sent if it is none, whatever its name says", async () => {
    vi.stubGlobal("createImageBitmap", () => Promise.reject(new DOMException("", "InvalidStateError")));
    const { user, container } = openProfile();
    const picture = await part("Picture");
    await user.upload(input(container), PICTURE);
    expect(await picture.findByRole("alert")).toHaveTextContent("This picture cannot be used");
    expect(picture.queryByRole("img", { name: "Preview" })).not.toBeInTheDocument();
    expect(picture.queryByRole("button", { name: "Use this picture" })).not.toBeInTheDocument();
  });

  it("says why the server does not take it", async () => {
    answer("PUT /v1/me/avatar", { status: 400, body: { code: "invalid_picture", detail: "…" } });
    const { user, container } = openProfile();
    const picture = await part("Picture");
    await user.upload(input(container), PICTURE);
    await user.click(await picture.findByRole("button", { name: "Use this picture" }));
    expect(await picture.findByRole("alert")).toHaveTextContent("This picture cannot be used");
  });
});

describe("another e-mail address", () => {
  async function ask(newEmail: string) {
    const page = openProfile();
    await page.user.click(await screen.findByRole("button", { name: "Change the address" }));
    const opened = await dialog();
    await page.user.type(opened.getByLabelText(/New e-mail address/), newEmail);
    await page.user.type(opened.getByLabelText("Password"), "correct horse battery");
    await page.user.click(opened.getByRole("button", { name: "Change the address" }));
    return opened;
  }

  it("is asked for by the password, and a link is mailed to it", async () => {
    answer("POST /v1/me/email", { status: 202, body: { newEmail: "ada@new.example" } });
    await ask("ada@new.example");
    await screen.findByText(/A link is on its way to ada@new.example/);
    expect(bodies.get("POST /v1/me/email")).toEqual({
      newEmail: "ada@new.example",
      password: "correct horse battery",
    });
  });

  it("is not sent if it is none", async () => {
    const opened = await ask("nowhere");
    await opened.findByText("Please enter an e-mail address");
    expect(asked).not.toContain("POST /v1/me/email");
  });

  it("says that the password is wrong, where it is", async () => {
    const errors = { password: "is wrong" };
    answer("POST /v1/me/email", { status: 400, body: { code: "validation_failed", detail: "…", errors } });
    const opened = await ask("ada@new.example");
    await opened.findByText("This is not correct");
    expect(opened.getByLabelText("Password")).toBeInvalid();
  });
});
