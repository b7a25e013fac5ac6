import axios, { AxiosError, type AxiosRequestConfig, isAxiosError } from "axios";
import type * as z from "zod/mini";
import { Problem, problemOf } from "./problem.ts";
import { refresh } from "./refresh.ts";

const PATIENCE = 20_000; // milliseconds

export const http = axios.create({ baseURL: "/api", timeout: PATIENCE, headers: { Accept: "application/json" } });

/** A call that says itself whether who makes it is signed in: a 401 is its answer, and no reason to refresh. */
export interface Call extends AxiosRequestConfig {
  readonly asNobody?: boolean;
}

/**
 * Calls the API and parses what it answers. A session whose access has run out is renewed once, silently.
 *
 * @throws Problem whatever goes wrong
 */
export async function call<T>(schema: z.ZodMiniType<T>, config: Call): Promise<T> {
  try {
    return parse(schema, await send(config));
  } catch (failure) {
    throw failure instanceof Problem ? failure : toProblem(failure);
  }
}

async function send(config: Call): Promise<unknown> {
  try {
    return await once(config);
  } catch (failure) {
    if (config.asNobody === true || !isOver(failure)) {
      throw failure;
    }
    await refresh();
    return await once(config);
  }
}

async function once(config: AxiosRequestConfig): Promise<unknown> {
  return (await http.request<unknown>({ ...config, ...withJson(config) })).data;
}

/** Posts without a body are refused too if they do not say that they are JSON. */
function withJson({ method, data }: AxiosRequestConfig): AxiosRequestConfig {
  return method === undefined || method === "GET" || data instanceof Blob ? {} : { data: (data as unknown) ?? {} };
}

function isOver(failure: unknown): boolean {
  if (!isAxiosError(failure) || failure.response?.status !== 401) {
    return false;
  }
  return problemOf(401, failure.response.data, undefined).code === "unauthenticated";
}

function parse<T>(schema: z.ZodMiniType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    throw new Problem("unexpected_answer", parsed.error.message);
  }
  return parsed.data;
}

function toProblem(failure: unknown): Problem {
  if (!(failure instanceof AxiosError)) {
    return new Problem("unexpected_answer", String(failure));
  }
  const { response } = failure;
  if (response === undefined) {
    return new Problem("no_answer", failure.message);
  }
  const retryAfter: unknown = response.headers["retry-after"];
  return problemOf(response.status, response.data, typeof retryAfter === "string" ? retryAfter : undefined);
}
