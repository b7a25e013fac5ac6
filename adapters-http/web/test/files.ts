import { vi } from "vitest";

interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** Catches what the page hands to the browser as files; jsdom can keep none. */
export function catchFiles(): SavedFile[] {
  const files: SavedFile[] = [];
  const texts = new Map<string, string>();
  vi.stubGlobal(
    "Blob",
    class extends Blob {
      readonly parts: BlobPart[];

      constructor(parts: BlobPart[], options?: BlobPropertyBag) {
        super(parts, options);
        this.parts = parts;
      }
    },
  );
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    const address = `blob:${texts.size}`;
    texts.set(address, (blob as unknown as { parts: string[] }).parts.join(""));
    return address;
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, text: texts.get(this.href) ?? "" });
  });
  return files;
}
