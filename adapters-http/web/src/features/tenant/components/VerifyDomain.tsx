import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { CopyButton } from "@/components/CopyButton.tsx";
import { Facts } from "@/components/Facts.tsx";
import { Notice } from "@/components/Notice.tsx";
import { useMessages } from "@/locales/language.ts";
import { type TxtRecord, verifyDomain } from "../api/domains.ts";
import { domainText } from "../domain-text.ts";
import styles from "./DomainsSection.module.css";

interface Props {
  readonly tenantId: string;
  readonly host: string;
  readonly record: TxtRecord;
  readonly onDone: () => Promise<void>;
}

/** What the DNS must show, and the button that has it looked up. */
export function VerifyDomain({ tenantId, host, record: { name, value }, onDone }: Props) {
  const t = useMessages();
  const words = t.organization.domains;
  const verification = useMutation({ mutationFn: () => verifyDomain(tenantId, host), onSuccess: onDone });
  return (
    <div className={styles.record}>
      <p>{words.recordText}</p>
      <Facts
        of={[
          [words.recordType, "TXT"],
          [words.recordName, <Copied key="name" what={words.recordName} text={name} />],
          [words.recordValue, <Copied key="value" what={words.recordValue} text={value} />],
        ]}
      />
      {verification.isError && <Notice kind="bad">{domainText(t, verification.error)}</Notice>}
      <Button loading={verification.isPending} onClick={() => verification.mutate()}>
        {words.verify}
      </Button>
    </div>
  );
}

function Copied({ what, text }: { readonly what: string; readonly text: string }) {
  return (
    <span className={styles.copied}>
      <code>{text}</code>
      <CopyButton text={text} what={what} />
    </span>
  );
}
