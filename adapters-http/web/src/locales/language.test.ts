import { describe, expect, it, vi } from "vitest";
import { chooseLanguage, speakInside, speakPreferred, useLanguage } from "./language.ts";

const spoken = () => useLanguage.getState();

describe("what the console says", () => {
  it("in its pages inside comes when somebody goes in, and then in the language that is spoken", async () => {
    expect(spoken().messages).not.toHaveProperty("account");
    await chooseLanguage("de");
    expect(spoken().messages).not.toHaveProperty("account");
    await speakInside();
    expect(spoken().messages.account.profile.title).toBe("Profil");
    await chooseLanguage("en");
    expect(spoken().messages.account.profile.title).toBe("Profile");
    expect(spoken().messages.common.save).toBe("Save");
  });

  it.each([
    [["fr-FR", "de-AT", "en"], null, "de"],
    [["fr-FR"], null, "en"],
    [["de"], "en", "en"],
    [["de"], "xx", "de"],
  ] as const)(
    "to a browser that likes %j, where %s was chosen before, is in %s",
    async (languages, chosen, language) => {
      localStorage.clear();
      if (chosen !== null) {
        localStorage.setItem("tenantry.language", chosen);
      }
      vi.spyOn(navigator, "languages", "get").mockReturnValue(languages);
      await speakPreferred();
      expect(spoken().language).toBe(language);
      expect(document.documentElement.lang).toBe(language);
    },
  );
});
