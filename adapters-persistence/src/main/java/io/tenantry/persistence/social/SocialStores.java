package io.tenantry.persistence.social;

import io.tenantry.domain.social.Authorizations;
import io.tenantry.domain.social.LinkedIdentities;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.transaction.CurrentTransaction;

/** The driven ports of accounts at providers of identities, and of visits there. */
public record SocialStores(LinkedIdentities linkedIdentities, Authorizations authorizations) {

    /** Builds them. */
    public static SocialStores of(CurrentTransaction current, Encryption encryption) {
        return new SocialStores(new JdbiLinkedIdentities(current), new JdbiAuthorizations(current, encryption));
    }
}
