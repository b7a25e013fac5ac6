import axios, { type AxiosError } from "axios";
import { createStore } from "zustand/vanilla";

interface Tokens {
  access: string;
  refresh: string;
}

export interface Registration {
  organization_name: string;
  email: string;
  password: string;
  password_confirm: string;
}

export interface CurrentUser {
  id: string;
  email: string;
  role: string | null;
  organization: { name: string } | null;
}

/** In memory alone. */
const auth = createStore<{ tokens: Tokens | undefined }>(() => ({ tokens: undefined }));

const api = axios.create({ baseURL: "/api" });

api.interceptors.request.use((config) => {
  const { tokens } = auth.getState();
  if (tokens !== undefined) {
    config.headers.setAuthorization(`Bearer ${tokens.access}`);
  }
  return config;
});

let refreshing: Promise<Tokens> | undefined;

/** Refreshes silently on 401, once for all who wait, and tries the original request again: past this, so once. */
api.interceptors.response.use(undefined, async (failure: AxiosError) => {
  const { tokens } = auth.getState();
  const { config, response } = failure;
  if (response?.status !== 401 || config === undefined || tokens === undefined) {
    throw failure;
  }
  const isOld = config.headers.get("Authorization") !== `Bearer ${tokens.access}`;
  const { access } = isOld ? tokens : await refreshed(tokens);
  return await axios.request({ ...config, headers: config.headers.setAuthorization(`Bearer ${access}`) });
});

function refreshed({ refresh }: Tokens): Promise<Tokens> {
  refreshing ??= rotate(refresh).finally(() => (refreshing = undefined));
  return refreshing;
}

async function rotate(refresh: string): Promise<Tokens> {
  try {
    const { data } = await axios.post<Tokens>("/api/auth/token/refresh/", { refresh });
    auth.setState({ tokens: data });
    return data;
  } catch (failure) {
    auth.setState({ tokens: undefined });
    throw failure;
  }
}

/** What is stored of who is signed in, if anybody is. */
export function stored(): Tokens | undefined {
  return auth.getState().tokens;
}

export async function register(registration: Registration): Promise<number> {
  return (await api.post("/auth/register/", registration)).status;
}

export async function login(email: string, password: string): Promise<void> {
  const { data } = await api.post<Tokens>("/auth/token/", { email, password });
  auth.setState({ tokens: data });
}

export async function me(): Promise<CurrentUser> {
  return (await api.get<CurrentUser>("/auth/me/")).data;
}

/** Hits the endpoint, then clears what the client knows. */
export async function logout(): Promise<void> {
  try {
    await api.post("/auth/logout/", { refresh: auth.getState().tokens?.refresh });
  } finally {
    auth.setState({ tokens: undefined });
  }
}
