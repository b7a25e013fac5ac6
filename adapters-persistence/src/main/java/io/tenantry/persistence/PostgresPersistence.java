package io.tenantry.persistence;

import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.KnownDevices;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.session.SigningKeys;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.throttle.Throttles;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.Users;
import io.tenantry.persistence.audit.JdbiAuditEvents;
import io.tenantry.persistence.change.ChangeFeed;
import io.tenantry.persistence.credential.BcryptCredentials;
import io.tenantry.persistence.credential.JdbiOneTimeTokens;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.mail.JdbiOutbox;
import io.tenantry.persistence.membership.JdbiMemberships;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.schema.Readiness;
import io.tenantry.persistence.session.CachedIdentities;
import io.tenantry.persistence.session.JdbiKnownDevices;
import io.tenantry.persistence.session.JdbiSessions;
import io.tenantry.persistence.session.JdbiSigningKeys;
import io.tenantry.persistence.session.RememberedIdentities;
import io.tenantry.persistence.tenant.JdbiDomains;
import io.tenantry.persistence.tenant.JdbiTenantSchemas;
import io.tenantry.persistence.tenant.JdbiTenants;
import io.tenantry.persistence.throttle.JdbiThrottles;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.JdbiTransactions;
import io.tenantry.persistence.user.JdbiProfiles;
import io.tenantry.persistence.user.JdbiUsers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
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
    private final Tenants tenants;
    private final Domains domains;
    private final TenantSchemas tenantSchemas;
    private final Users users;
    private final Profiles profiles;
    private final Memberships memberships;
    private final Credentials credentials;
    private final OneTimeTokens oneTimeTokens;
    private final Sessions sessions;
    private final KnownDevices knownDevices;
    private final Identities identities;
    private final SigningKeys signingKeys;
    private final Throttles throttles;
    private final AuditEvents auditEvents;
    private final Outbox outbox;

    private PostgresPersistence(Builder settings, Encryption encryption) {
        Jdbi jdbi = ControlJdbi.on(settings.dataSource, settings.schema);
        CurrentTransaction current = new CurrentTransaction();
        RememberedIdentities remembered = new RememberedIdentities();
        feed = new ChangeFeed(settings.listenOn, settings.schema.channel(), remembered::forget, remembered::forgetAll);
        readiness = new Readiness(settings.dataSource, settings.schema);
        transactions = new JdbiTransactions(jdbi, current, remembered::forget);
        tenants = new JdbiTenants(current);
        domains = new JdbiDomains(current);
        tenantSchemas = new JdbiTenantSchemas(current);
        users = new JdbiUsers(current);
        profiles = new JdbiProfiles(current);
        memberships = new JdbiMemberships(current);
        credentials = new BcryptCredentials(jdbi, current, settings.bcryptCost);
        oneTimeTokens = new JdbiOneTimeTokens(current);
        sessions = new JdbiSessions(current);
        knownDevices = new JdbiKnownDevices(current);
        identities = new CachedIdentities(jdbi, current, remembered, feed::isCurrent);
        signingKeys = new JdbiSigningKeys(current, encryption);
        throttles = new JdbiThrottles(current);
        auditEvents = new JdbiAuditEvents(current, settings.schema, settings.onAudit);
        outbox = new JdbiOutbox(current, encryption);
    }

    /** @param dataSource connects as the server's role: not a superuser, not {@code BYPASSRLS}, best one that owns nothing */
    public static Builder on(DataSource dataSource) {
        return new Builder(dataSource);
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

    public Throttles throttles() {
        return throttles;
    }

    public AuditEvents auditEvents() {
        return auditEvents;
    }

    public Outbox outbox() {
        return outbox;
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

    /** What it is made of. Not safe for use by several threads. */
    public static final class Builder {

        private final DataSource dataSource;
        private DataSource listenOn;
        private ControlSchema schema = new ControlSchema("tenantry");
        private Optional<Encryption> encryption = Optional.empty();
        private int bcryptCost = 12;
        private Consumer<AuditEvent> onAudit = event -> {};

        private Builder(DataSource dataSource) {
            this.dataSource = Objects.requireNonNull(dataSource);
            this.listenOn = dataSource;
        }

        /**
         * The schema of the control plane; {@code tenantry} by default.
         *
         * @throws IllegalArgumentException if it is not 1 to 40 of {@code a-z 0-9 _}, or begins with {@code pg_} or {@code
         *     tenant_}
         */
        public Builder schema(String name) {
            schema = new ControlSchema(name);
            return this;
        }

        /**
         * Gives a direct connection for {@code LISTEN}, of which one is held as long as this is open; by default the data
         * source itself, which then has one less to give.
         */
        public Builder listenOn(DataSource direct) {
            listenOn = Objects.requireNonNull(direct);
            return this;
        }

        /**
         * What encrypts secrets at rest. Required.
         *
         * @param previous still decrypt
         */
        public Builder secret(EncryptionSecret current, List<EncryptionSecret> previous) {
            encryption = Optional.of(new Encryption(
                    current.key(), previous.stream().map(EncryptionSecret::key).toList()));
            return this;
        }

        /** 4 to 16, 12 by default: each step doubles the time that a hash takes. A hash of another cost is replaced at its next use. */
        public Builder bcryptCost(int cost) {
            bcryptCost = cost;
            return this;
        }

        /**
         * Who hears of each event of the audit, in the order in which they were noted, once they are committed and before the
         * caller goes on; nobody by default. What it throws is logged, and goes no further.
         */
        public Builder onAudit(Consumer<AuditEvent> consumer) {
            onAudit = Objects.requireNonNull(consumer);
            return this;
        }

        /**
         * @throws UnsafeServerRole if row-level security does not bind the role of the data source
         * @throws IllegalStateException if no secret was given
         * @throws IllegalArgumentException if the cost is not 4 to 16
         * @throws io.tenantry.domain.failure.Unavailable if the database does not answer
         */
        public PostgresPersistence open() {
            Encryption seals = encryption.orElseThrow(() -> new IllegalStateException("no secret was given"));
            ServerRole.of(dataSource, schema.name()).requireBound();
            PostgresPersistence opened = new PostgresPersistence(this, seals);
            opened.feed.start();
            return opened;
        }
    }
}
