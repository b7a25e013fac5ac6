package io.tenantry.domain.failure;

/** The DNS does not show the TXT record that confirms a domain. */
public final class TxtRecordMissing extends DomainFailure {

    public TxtRecordMissing() {
        super("txt_record_missing", "The TXT record was not found: it can take hours until the DNS shows it");
    }
}
