import axios, { AxiosError, AxiosHeaders, type AxiosAdapter, type AxiosResponse } from "axios";
import { http } from "@/api/http.ts";

interface Answer {
  /** 0 for none: the server was not reached. */
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

type Given = Answer | ((body: Record<string, unknown>, query: URLSearchParams) => Answer | Promise<Answer>);

const answers = new Map<string, Given>();

/** What was asked, in order, as `POST /v1/session`. */
export const asked: string[] = [];

/** What the body of each request was, by what was asked; the last one. */
export const bodies = new Map<string, Record<string, unknown>>();

/** What stood behind the question mark of each request, likewise. */
export const queries = new Map<string, Record<string, string>>();

/** @param request method and path below `/api`, as `POST /v1/session` */
export function answer(request: string, given: Given): void {
  answers.set(request, given);
}

/** Lets a request wait for its answer until it is given. */
export function withheld(request: string): (given: Answer) => void {
  let give: (given: Answer) => void = () => {};
  const given = new Promise<Answer>((resolve) => (give = resolve));
  answer(request, () => given);
  return (late) => give(late);
}

export function forgetAnswers(): void {
  answers.clear();
  asked.length = 0;
  bodies.clear();
  queries.clear();
}

const adapter: AxiosAdapter = async (config) => {
  const { pathname, searchParams } = new URL(axios.getUri(config), "http://localhost");
  const path = pathname.replace(/^\/api/, "");
  const request = `${(config.method ?? "get").toUpperCase()} ${path}`;
  const body = (typeof config.data === "string" ? JSON.parse(config.data) : {}) as Record<string, unknown>;
  asked.push(request);
  bodies.set(request, body);
  queries.set(request, Object.fromEntries(searchParams));
  await Promise.resolve();
  const given = answers.get(request) ?? { status: 404, body: { code: "not_found", detail: "no such route" } };
  const { status, body: data, headers } = await (typeof given === "function" ? given(body, searchParams) : given);
  if (status === 0) {
    throw new AxiosError("Network Error", "ERR_NETWORK", config);
  }
  const response: AxiosResponse = {
    status,
    statusText: "",
    data: structuredClone(data),
    headers: new AxiosHeaders(headers),
    config,
  };
  if (status >= 400) {
    throw new AxiosError("refused", "ERR_BAD_REQUEST", config, undefined, response);
  }
  return response;
};

http.defaults.adapter = adapter;
axios.defaults.adapter = adapter;
