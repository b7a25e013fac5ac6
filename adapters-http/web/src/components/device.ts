const BROWSERS = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
  [/curl\//, "curl"],
] as const;

const SYSTEMS = [
  [/iPhone/, "iPhone", true],
  [/iPad/, "iPad", true],
  [/Android/, "Android", true],
  [/Windows/, "Windows", false],
  [/Mac OS X/, "macOS", false],
  [/CrOS/, "ChromeOS", false],
  [/Linux/, "Linux", false],
] as const;

interface Device {
  readonly text: string;
  readonly handheld: boolean;
}

/** What somebody would call the device that sent this User-Agent, if it is one of the usual ones. */
export function deviceOf(userAgent: string | null): Device | undefined {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent ?? ""));
  const text = [browser, system?.[1]].filter((name) => name !== undefined).join(" · ");
  return text === "" ? undefined : { text, handheld: system?.[2] ?? false };
}
