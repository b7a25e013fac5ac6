import axios, { type AxiosError } from "axios";

interface Answer<T> {
  success: boolean;
  message: string | null;
  data: T;
}

interface Access {
  accessToken: string;
  tokenType: "Bearer";
  expiresIn: number; // milliseconds
}

interface SignedIn extends Access {
  refreshToken: string;
  userId: string;
  email: string;
  fullName: string;
}

export interface Registration {
  tenantName: string;
  tenantSlug: string;
  userFullName: string;
  userEmail: string;
  userPassword: string;
}

const EARLY = 5 * 60_000; // milliseconds before the token expires

/** Every answer is in the envelope, whether it is a success or not. */
const api = axios.create({ baseURL: "/api" });
const publicApi = axios.create({ baseURL: "/api/auth" });

api.interceptors.request.use(async (config) => {
  if (Date.now() > Number(localStorage.getItem("renewAt") ?? Infinity)) {
    await refresh();
  }
  config.headers.setAuthorization(bearer());
  return config;
});

/** Failed requests wait for one refresh, and are tried again after it; when it fails, the login page is next. */
api.interceptors.response.use(undefined, async (failure: AxiosError) => {
  if (failure.response?.status !== 401 || failure.config === undefined) {
    throw failure;
  }
  if (failure.config.headers.get("Authorization") === bearer()) {
    await refresh();
  }
  return await axios.request({ ...failure.config, headers: failure.config.headers.setAuthorization(bearer()) });
});

function bearer(): string {
  return `Bearer ${localStorage.getItem("accessToken") ?? ""}`;
}

let refreshing: Promise<void> | undefined;

function refresh(): Promise<void> {
  refreshing ??= renew().finally(() => (refreshing = undefined));
  return refreshing;
}

async function renew(): Promise<void> {
  try {
    const refreshToken = localStorage.getItem("refreshToken");
    const { data } = await publicApi.post<Answer<Access>>("/refresh", { refreshToken });
    store(data.data);
  } catch (failure) {
    localStorage.clear();
    throw failure;
  }
}

function store({ accessToken, expiresIn }: Access): void {
  localStorage.setItem("accessToken", accessToken);
  if (expiresIn > EARLY) {
    localStorage.setItem("renewAt", String(Date.now() + expiresIn - EARLY));
  }
}

export async function register(registration: Registration): Promise<{ tenantSlug: string }> {
  return (await publicApi.post<Answer<{ tenantSlug: string }>>("/register", registration)).data.data;
}

export async function login(email: string, password: string): Promise<SignedIn> {
  const { data } = await publicApi.post<Answer<SignedIn>>("/login", { email, password });
  store(data.data);
  localStorage.setItem("refreshToken", data.data.refreshToken);
  localStorage.setItem("user", JSON.stringify({ ...data.data, accessToken: undefined, refreshToken: undefined }));
  return data.data;
}

/** The first of the protected endpoints of the system, which are not in the contract. */
export async function me(): Promise<{ email: string }> {
  return (await api.get<{ email: string }>("/v1/me")).data;
}

/** The endpoint first; what is kept here is cleared even when that fails. */
export async function logout(): Promise<string | null> {
  try {
    const refreshToken = localStorage.getItem("refreshToken");
    return (await publicApi.post<Answer<null>>("/logout", { refreshToken })).data.message;
  } finally {
    localStorage.clear();
  }
}
