import * as z from "zod/mini";

/** What a caller can tell a person about a call that failed. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    /** Stable: one of the API's codes, or `no_answer` and `unexpected_answer`, which are ours. */
    readonly code: string,
    readonly detail: string,
    readonly about: {
      readonly status?: number;
      readonly errors?: Readonly<Record<string, string>>;
      readonly retryAfter?: number;
      readonly mfaToken?: string;
      readonly methods?: readonly string[];
      readonly requestId?: string;
    } = {},
  ) {
    super(detail);
  }

  get errors(): Readonly<Record<string, string>> {
    return this.about.errors ?? {};
  }
}

const told = z.looseObject({
  code: z.optional(z.string()),
  detail: z.optional(z.string()),
  message: z.nullish(z.string()),
  errors: z.optional(z.record(z.string(), z.string())),
  mfaToken: z.optional(z.string()),
  methods: z.optional(z.array(z.string())),
  requestId: z.optional(z.string()),
  reference: z.optional(z.string()),
});

/** The shape in which the registration of an organization names its fields. */
const lists = z.record(z.string(), z.tuple([z.string()], z.string()));

const CODES: Readonly<Record<number, string>> = {
  401: "unauthenticated",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  413: "payload_too_large",
  429: "throttled",
  500: "internal_error",
  503: "unavailable",
};

/** What a contract without codes says of a mailed token, as it says it. */
const SPENT = "The link is invalid or has expired";

/** Reads an error in whichever shape the contract of its path has. */
export function problemOf(status: number, body: unknown, retryAfter: string | undefined): Problem {
  const byField = lists.safeParse(body);
  if (byField.success) {
    const errors = Object.fromEntries(Object.entries(byField.data).map(([field, texts]) => [field, texts[0]]));
    return new Problem("validation_failed", "", { status, errors });
  }
  const { code, detail, message, errors, mfaToken, methods, requestId, reference } = z.catch(told, {}).parse(body);
  const id = requestId ?? reference;
  const seconds = Number(retryAfter);
  return new Problem(code ?? codeOf(status, errors, message), detail ?? message ?? "", {
    status,
    ...(errors && { errors }),
    ...(mfaToken && { mfaToken }),
    ...(methods && { methods }),
    ...(id && { requestId: id }),
    ...(seconds > 0 && { retryAfter: seconds }),
  });
}

function codeOf(status: number, errors: unknown, message: unknown): string {
  if (errors !== undefined) {
    return "validation_failed";
  }
  return message === SPENT ? "invalid_token" : (CODES[status] ?? "unexpected_answer");
}
