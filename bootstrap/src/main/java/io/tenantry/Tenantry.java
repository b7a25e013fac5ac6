package io.tenantry;

import io.tenantry.application.Policies;
import io.tenantry.application.UseCases;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.BreachedPasswords;
import io.tenantry.domain.mail.DeliverMail;
import io.tenantry.domain.mail.MailSender;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.http.HttpAdapter;
import io.tenantry.http.RequestObserver;
import io.tenantry.http.dns.DnsTxtRecords;
import io.tenantry.persistence.EncryptionSecret;
import io.tenantry.persistence.PostgresPersistence;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Tenantry within another program: a {@link DataSource} in, use cases out. Starts no server. Thread-safe.
 *
 * <p>What is given to it (data sources, the mail sender) stays the host's to close.
 */
public final class Tenantry implements AutoCloseable {

    private final UseCases useCases;
    private final PostgresPersistence persistence;
    private final InstantSource clock;
    private final Closing opened;

    private Tenantry(UseCases useCases, PostgresPersistence persistence, InstantSource clock, Closing opened) {
        this.useCases = useCases;
        this.persistence = persistence;
        this.clock = clock;
        this.opened = opened;
    }

    public static Builder builder() {
        return new Builder();
    }

    public UseCases useCases() {
        return useCases;
    }

    /** How much mail waits, and how much was given up. */
    Outbox.Backlog mailBacklog() {
        return persistence
                .transactions()
                .outsideTenants(() -> persistence.outbox().backlog());
    }

    /** Why the database cannot be used now, if so. */
    public Optional<String> notReady() {
        return persistence.notReady();
    }

    /**
     * The five contracts and the native API, for a Javalin of the host's: {@code Javalin.create(tenantry.http(url)::mount)}.
     *
     * @param publicUrl the base of every link, and issuer and audience of tokens
     */
    public HttpAdapter http(URI publicUrl) {
        return http(publicUrl, publicUrl.toString(), Set.of(), List.of());
    }

    /**
     * The same, with all that may be set.
     *
     * @param audience {@code aud} of tokens
     * @param corsOrigins exact origins of other front ends
     * @param trustedProxies addresses, or blocks of them in CIDR notation, whose {@code X-Forwarded-For} is believed
     */
    public HttpAdapter http(URI publicUrl, String audience, Set<String> corsOrigins, List<String> trustedProxies) {
        return Wiring.http(
                useCases,
                new HttpAdapter.Settings(
                        publicUrl,
                        audience,
                        corsOrigins,
                        trustedProxies,
                        clock,
                        this::notReady,
                        Optional.empty(),
                        RequestObserver.NONE));
    }

    /** Stops sending mail, removing what is over, and listening for changes. Closing again does nothing. */
    @Override
    public void close() {
        opened.close();
    }

    /** What Tenantry needs, and what may be chosen. Not thread-safe. */
    public static final class Builder {

        private DataSource dataSource;
        private DataSource ownerDataSource;
        private DataSource listenDataSource;
        private String schema = "tenantry";
        private EncryptionSecret secret;
        private final List<EncryptionSecret> previousSecrets = new ArrayList<>();
        private Policies policies = Policies.STANDARD;
        private MailSender mailSender;
        private InstantSource clock = InstantSource.system();
        private int bcryptCost = 12;
        private boolean migrate = true;
        private boolean deliverMail = true;
        private boolean removeExpired = true;
        private Optional<Path> breachedPasswords = Optional.empty();
        private WebAuthn webAuthn = Wiring.webAuthn(URI.create("http://localhost:8080"), "localhost", Set.of());
        private IdentityProviders identityProviders = IdentityProviders.NONE;
        private Consumer<AuditEvent> onAudit = new SecurityLog();
        private Consumer<DeliverMail.Delivered> onDelivery = delivered -> {};

        private Builder() {}

        /** Required. A pool of connections to PostgreSQL 14 to 18, by a role that is not a superuser; best one that owns nothing. */
        public Builder dataSource(DataSource source) {
            this.dataSource = source;
            return this;
        }

        /** Of the role that owns the tables and runs migrations; by default the other one. */
        public Builder ownerDataSource(DataSource source) {
            this.ownerDataSource = source;
            return this;
        }

        /** A direct connection for {@code LISTEN}, where the other goes through a pooler such as PgBouncer. */
        public Builder listenDataSource(DataSource source) {
            this.listenDataSource = source;
            return this;
        }

        /** Of the control-plane tables; {@code tenantry} by default. */
        public Builder schema(String name) {
            this.schema = name;
            return this;
        }

        /**
         * Required. Encrypts signing keys and mails at rest.
         *
         * @param base64 32 random bytes
         * @throws IllegalArgumentException if it is anything else
         */
        public Builder secret(String base64) {
            return secret(EncryptionSecret.ofBase64(base64));
        }

        Builder secret(EncryptionSecret current) {
            this.secret = current;
            return this;
        }

        /** One that encrypted before, and still decrypts. */
        public Builder previousSecret(String base64) {
            return previousSecrets(List.of(EncryptionSecret.ofBase64(base64)));
        }

        Builder previousSecrets(List<EncryptionSecret> previous) {
            this.previousSecrets.addAll(previous);
            return this;
        }

        /** {@link Policies#STANDARD} by default. */
        public Builder policies(Policies chosen) {
            this.policies = chosen;
            return this;
        }

        /** Required: how mails go out. Those of the module adapters-mail send by SMTP, or write files. */
        public Builder mailSender(MailSender sender) {
            this.mailSender = sender;
            return this;
        }

        /** The system's by default. */
        public Builder clock(InstantSource source) {
            this.clock = source;
            return this;
        }

        /** 4 to 16; 12 by default. A hash of another cost is replaced at the next sign-in. */
        public Builder bcryptCost(int cost) {
            this.bcryptCost = cost;
            return this;
        }

        /** Whether to bring the tables up to date first; true by default. */
        public Builder migrate(boolean yes) {
            this.migrate = yes;
            return this;
        }

        /** Whether to send mails from a thread of Tenantry's; true by default. If not, call {@code DeliverMail} yourself. */
        public Builder deliverMail(boolean yes) {
            this.deliverMail = yes;
            return this;
        }

        /**
         * Whether to remove what was kept long enough, once an hour, from a thread of Tenantry's; true by default. If not, call
         * {@code RemoveExpired} yourself.
         */
        public Builder removeExpired(boolean yes) {
            this.removeExpired = yes;
            return this;
        }

        /** A file of SHA-1 prefixes of passwords that are known from breaches, and so refused; none by default. */
        public Builder breachedPasswords(Path file) {
            this.breachedPasswords = Optional.of(file);
            return this;
        }

        /** Whose passkeys are taken; by default those made for {@code localhost}. */
        public Builder webAuthn(WebAuthn rules) {
            this.webAuthn = rules;
            return this;
        }

        /** With whom users may sign in, beside Tenantry itself; {@link IdentityProviders#NONE} by default. */
        public Builder identityProviders(IdentityProviders trusted) {
            this.identityProviders = trusted;
            return this;
        }

        /**
         * Who else hears of each event of the audit, once it is committed, on the thread that did it. May be called several
         * times; what one throws is logged, and keeps those after it from hearing. All events are logged on {@code
         * tenantry.security} beside that.
         */
        public Builder onAudit(Consumer<AuditEvent> listener) {
            this.onAudit = onAudit.andThen(listener);
            return this;
        }

        /** Who hears what became of each batch of mails that Tenantry delivers; nobody by default. */
        public Builder onDelivery(Consumer<DeliverMail.Delivered> listener) {
            this.onDelivery = listener;
            return this;
        }

        /**
         * @throws NullPointerException if something required was not given
         * @throws RuntimeException if the database cannot be used
         */
        public Tenantry build() {
            Objects.requireNonNull(dataSource, "dataSource");
            Objects.requireNonNull(secret, "secret");
            Objects.requireNonNull(mailSender, "mailSender");
            if (migrate) {
                DataSource owner = ownerDataSource == null ? dataSource : ownerDataSource;
                Wiring.migrations(owner, schema, dataSource).migrate();
            }
            return open();
        }

        private Tenantry open() {
            Closing opened = new Closing();
            try {
                PostgresPersistence persistence = opened.add(Wiring.persistence(
                        dataSource, listenDataSource, schema, secret, previousSecrets, bcryptCost, onAudit));
                BreachedPasswords breached =
                        breachedPasswords.map(Wiring::breachedPasswords).orElse(BreachedPasswords.NONE);
                UseCases useCases = Wiring.useCases(
                        persistence,
                        new Wiring.Others(mailSender, breached, webAuthn, identityProviders, new DnsTxtRecords()),
                        policies,
                        clock);
                Schedules schedules = opened.add(new Schedules());
                if (deliverMail) {
                    schedules.deliver(useCases.mail().deliverMail(), onDelivery);
                }
                if (removeExpired) {
                    schedules.remove(useCases.audit().removeExpired());
                }
                return new Tenantry(useCases, persistence, clock, opened);
            } catch (RuntimeException unopened) {
                opened.close();
                throw unopened;
            }
        }
    }
}
