import { Avatar } from "@mantine/core";

interface Props {
  readonly name: string;
  readonly url?: string | null;
  readonly size?: number;
}

/** Somebody's picture, or else their initials. The name stands beside it, or on what it is in. */
export function Portrait({ name, url, size = 34 }: Props) {
  return (
    <span aria-hidden="true">
      <Avatar src={url === undefined || url === null ? null : ofThisServer(url)} name={name} size={size} alt="" />
    </span>
  );
}

/** Pictures are named by the public URL, which need not be the one by which this page was reached. */
function ofThisServer(url: string): string {
  const { pathname, search } = new URL(url, location.origin);
  return pathname + search;
}
