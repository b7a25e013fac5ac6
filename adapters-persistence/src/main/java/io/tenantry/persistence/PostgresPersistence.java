package io.tenantry.persistence;

import io.tenantry.domain.admin.Directory;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.idempotency.KeyedCalls;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.mfa.MfaChallenges;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.mfa.TotpCodes;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.KnownDevices;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.session.SigningKeys;
import io.tenantry.domain.tenant.DomainClaims;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.throttle.Throttles;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.Users;
import io.tenantry.persistence.admin.JdbiDirectory;
import io.tenantry.persistence.apikey.KeyStores;
import io.tenantry.persistence.audit.JdbiAuditEvents;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.change.ChangeFeed;
import io.tenantry.persistence.credential.BcryptCredentials;
import io.tenantry.persistence.credential.JdbiOneTimeTokens;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.idempotency.JdbiKeyedCalls;
import io.tenantry.persistence.invitation.JdbiInvitations;
import io.tenantry.persistence.mail.JdbiOutbox;
import io.tenantry.persistence.membership.JdbiMemberships;
import io.tenantry.persistence.mfa.JdbiMfaChallenges;
import io.tenantry.persistence.mfa.JdbiSecondFactors;
import io.tenantry.persistence.mfa.Rfc6238Codes;
import io.tenantry.persistence.passkey.PasskeyStores;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.Readiness;
import io.tenantry.persistence.session.CachedIdentities;
import io.tenantry.persistence.session.JdbiKnownDevices;
import io.tenantry.persistence.session.JdbiSessions;
import io.tenantry.persistence.session.JdbiSigningKeys;
import io.tenantry.persistence.session.RememberedIdentities;
import io.tenantry.persistence.social.SocialStores;
import io.tenantry.persistence.tenant.JdbiDomainClaims;
import io.tenantry.persistence.tenant.JdbiDomains;
import io.tenantry.persistence.tenant.JdbiTenantSchemas;
import io.tenantry.persistence.tenant.JdbiTenants;
import io.tenantry.persistence.throttle.JdbiThrottles;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.HostTransactions;
import io.tenantry.persistence.transaction.JdbiTransactions;
import io.tenantry.persistence.user.JdbiProfiles;
import io.tenantry.persistence.user.JdbiUsers;
import io.tenantry.persistence.webhook.WebhookStores;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * The driven ports on PostgreSQL 14 to 18, all but the sending of mail. Safe for use by several threads; what fails because
 * of the database is {@link io.tenantry.domain.failure.Unavailable}. Closing it stops its threads and leaves the data
 * sources to who made them.
 */
public final class PostgresPersistence implements AutoCloseable {

    private final ChangeFeed feed;
    private final Readiness readiness;
    private final Transactions transactions;
    private final HostTransactions hostTransactions;
    private final Tenants tenants;
    private final Domains domains;
    private final DomainClaims domainClaims;
    private final TenantSchemas tenantSchemas;
    private final Users users;
    private final Profiles profiles;
    private final Memberships memberships;
    private final Invitations invitations;
    private final Credentials credentials;
    private final OneTimeTokens oneTimeTokens;
    private final Sessions sessions;
    private final KnownDevices knownDevices;
    private final Identities identities;
    private final SigningKeys signingKeys;
    private final SecondFactors secondFactors;
    private final TotpCodes totpCodes;
    private final MfaChallenges mfaChallenges;
    private final PasskeyStores passkeys;
    private final SocialStores social;
    private final Throttles throttles;
    private final KeyedCalls keyedCalls;
    private final AuditEvents auditEvents;
    private final Directory directory;
    private final Outbox outbox;
    private final KeyStores keys;
    private final WebhookStores hooks;

    private PostgresPersistence(PersistenceBuilder settings, Encryption encryption) {
        Jdbi jdbi = ControlJdbi.on(settings.dataSource, settings.schema);
        CurrentTransaction current = new CurrentTransaction();
        RememberedIdentities remembered = new RememberedIdentities();
        KeyStores.Memory keyMemory = new KeyStores.Memory();
        Consumer<Change> onChange = change -> {
            remembered.forget(change);
            keyMemory.forget(change);
        };
        feed = new ChangeFeed(settings.listenOn, settings.schema.channel(), onChange, () -> {
            remembered.forgetAll();
            keyMemory.forgetAll();
        });
        readiness = new Readiness(settings.dataSource, settings.schema);
        transactions = new JdbiTransactions(jdbi, current, onChange);
        hostTransactions = new HostTransactions(settings.dataSource, current, settings.schema);
        tenants = new JdbiTenants(current);
        domains = new JdbiDomains(current);
        domainClaims = new JdbiDomainClaims(current);
        tenantSchemas = new JdbiTenantSchemas(current);
        users = new JdbiUsers(current);
        profiles = new JdbiProfiles(current);
        memberships = new JdbiMemberships(current);
        invitations = new JdbiInvitations(current);
        credentials = new BcryptCredentials(jdbi, current, settings.bcryptCost);
        oneTimeTokens = new JdbiOneTimeTokens(current);
        sessions = new JdbiSessions(current);
        knownDevices = new JdbiKnownDevices(current);
        identities = new CachedIdentities(jdbi, current, remembered, feed::isCurrent);
        signingKeys = new JdbiSigningKeys(current, encryption);
        secondFactors = new JdbiSecondFactors(current, encryption);
        totpCodes = new Rfc6238Codes();
        mfaChallenges = new JdbiMfaChallenges(current);
        passkeys = PasskeyStores.of(current);
        social = SocialStores.of(current, encryption);
        throttles = new JdbiThrottles(current);
        keyedCalls = new JdbiKeyedCalls(current, encryption);
        auditEvents = new JdbiAuditEvents(current, settings.schema, settings.onAudit);
        directory = new JdbiDirectory(current);
        outbox = new JdbiOutbox(current, encryption);
        keys = KeyStores.of(
                jdbi, current, transactions, keyMemory, feed::isCurrent, ConnectionPools.size(settings.dataSource));
        hooks = WebhookStores.of(current, encryption);
    }

    /** @param dataSource connects as the server's role: not a superuser, not {@code BYPASSRLS}, best one that owns nothing */
    public static PersistenceBuilder on(DataSource dataSource) {
        return new PersistenceBuilder(dataSource);
    }

    static PostgresPersistence open(PersistenceBuilder settings, Encryption encryption) {
        PostgresPersistence opened = new PostgresPersistence(settings, encryption);
        opened.feed.start();
        return opened;
    }

    public Transactions transactions() {
        return transactions;
    }

    public Tenants tenants() {
        return tenants;
    }

    public Domains domains() {
        return domains;
    }

    public TenantSchemas tenantSchemas() {
        return tenantSchemas;
    }

    public Users users() {
        return users;
    }

    public Profiles profiles() {
        return profiles;
    }

    public Memberships memberships() {
        return memberships;
    }

    public Credentials credentials() {
        return credentials;
    }

    public OneTimeTokens oneTimeTokens() {
        return oneTimeTokens;
    }

    public Sessions sessions() {
        return sessions;
    }

    public KnownDevices knownDevices() {
        return knownDevices;
    }

    public Identities identities() {
        return identities;
    }

    public SigningKeys signingKeys() {
        return signingKeys;
    }

    public SecondFactors secondFactors() {
        return secondFactors;
    }

    public TotpCodes totpCodes() {
        return totpCodes;
    }

    public MfaChallenges mfaChallenges() {
        return mfaChallenges;
    }

    public PasskeyStores passkeys() {
        return passkeys;
    }

    public SocialStores social() {
        return social;
    }

    public Throttles throttles() {
        return throttles;
    }

    public KeyedCalls keyedCalls() {
        return keyedCalls;
    }

    public AuditEvents auditEvents() {
        return auditEvents;
    }

    public Outbox outbox() {
        return outbox;
    }

    public DomainClaims domainClaims() {
        return domainClaims;
    }

    public Invitations invitations() {
        return invitations;
    }

    public KeyStores keys() {
        return keys;
    }

    public WebhookStores hooks() {
        return hooks;
    }

    public Directory directory() {
        return directory;
    }

    /**
     * Does the host's own work within a tenant's walls: in one transaction, in the tenant's scope, with bare names leading to its schema.
     * Committed when the work returns, rolled back when it throws; what it throws is thrown on. Within it no use case can be called,
     * for that would need another transaction. Statements that end the transaction or change its scope are found out, and then the
     * connection is not used again.
     *
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant; one that is not active is there
     * @throws io.tenantry.domain.failure.Unavailable if the database does not answer, or an error was passed over
     * @throws IllegalStateException if the thread is in a transaction already, or the work tries to end this one
     */
    public <T, X extends Exception> T inTenant(TenantId tenant, HandleCallback<T, X> work) throws X {
        return hostTransactions.withHandle(tenant, work);
    }

    /** As {@link #inTenant}, for work with JDBC alone. The connection need not be closed. */
    public <T, X extends Exception> T connectionInTenant(TenantId tenant, ConnectionCallback<T, X> work) throws X {
        return hostTransactions.withConnection(tenant, work);
    }

    /** Why the database cannot serve just now, without anything secret; empty if it can. Answers within two seconds. */
    public Optional<String> notReady() {
        return readiness.problem();
    }

    @Override
    public void close() {
        feed.close();
        readiness.close();
    }
}
