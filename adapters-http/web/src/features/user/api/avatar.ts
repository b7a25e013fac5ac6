import * as z from "zod/mini";
import { call } from "@/api/http.ts";

const avatar = z.object({ avatarUrl: z.nullable(z.string()) });

export function storeAvatar(picture: Blob) {
  return call(avatar, {
    method: "PUT",
    url: "/v1/me/avatar",
    data: picture,
    headers: { "Content-Type": picture.type },
  });
}

export function removeAvatar() {
  return call(avatar, { method: "DELETE", url: "/v1/me/avatar" });
}
