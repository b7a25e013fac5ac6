package io.tenantry;

import io.tenantry.application.Policies;
import io.tenantry.application.UseCases;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.BreachedPasswords;
import io.tenantry.domain.mail.DeliverMail;
import io.tenantry.domain.mail.MailSender;
import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.http.dns.DnsTxtRecords;
import io.tenantry.http.webhook.HttpWebhookSender;
import io.tenantry.persistence.EncryptionSecret;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.schema.TenantMigrations;
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

/** What Tenantry needs, and what may be chosen. Not thread-safe. */
public final class TenantryBuilder {

    private DataSource dataSource;
    private DataSource ownerDataSource;
    private DataSource listenDataSource;
    private String schema = "tenantry";
    private EncryptionSecret secret;
    private final List<EncryptionSecret> previousSecrets = new ArrayList<>();
    private TenantMigrations tenantMigrations = TenantMigrations.NONE;
    private Policies policies = Policies.STANDARD;
    private MailSender mailSender;
    private InstantSource clock = InstantSource.system();
    private int bcryptCost = 12;
    private boolean migrate = true;
    private boolean deliverMail = true;
    private boolean deliverWebhooks = true;
    private List<String> webhookAllow = List.of();
    private boolean removeExpired = true;
    private boolean rotateSigningKeys = true;
    private boolean writeApiKeyUse = true;
    private Optional<Path> breachedPasswords = Optional.empty();
    private WebAuthn webAuthn = Wiring.webAuthn(URI.create("http://localhost:8080"), "localhost", Set.of());
    private IdentityProviders identityProviders = IdentityProviders.NONE;
    private Consumer<AuditEvent> onAudit = new SecurityLog();
    private Consumer<DeliverMail.Delivered> onDelivery = delivered -> {};

    TenantryBuilder() {}

    /** Required. A pool of connections to PostgreSQL 14 to 18, by a role that is not a superuser; best one that owns nothing. */
    public TenantryBuilder dataSource(DataSource source) {
        this.dataSource = source;
        return this;
    }

    /** Of the role that owns the tables and runs migrations; by default the other one. */
    public TenantryBuilder ownerDataSource(DataSource source) {
        this.ownerDataSource = source;
        return this;
    }

    /** A direct connection for {@code LISTEN}, where the other goes through a pooler such as PgBouncer. */
    public TenantryBuilder listenDataSource(DataSource source) {
        this.listenDataSource = source;
        return this;
    }

    /** Of the control-plane tables; {@code tenantry} by default. */
    public TenantryBuilder schema(String name) {
        this.schema = name;
        return this;
    }

    /**
     * Required. Encrypts signing keys and mails at rest.
     *
     * @param base64 32 random bytes
     * @throws IllegalArgumentException if it is anything else
     */
    public TenantryBuilder secret(String base64) {
        return secret(EncryptionSecret.ofBase64(base64));
    }

    TenantryBuilder secret(EncryptionSecret current) {
        this.secret = current;
        return this;
    }

    /** One that encrypted before, and still decrypts. */
    public TenantryBuilder previousSecret(String base64) {
        return previousSecrets(List.of(EncryptionSecret.ofBase64(base64)));
    }

    TenantryBuilder previousSecrets(List<EncryptionSecret> previous) {
        this.previousSecrets.addAll(previous);
        return this;
    }

    /** {@link Policies#STANDARD} by default. */
    public TenantryBuilder policies(Policies chosen) {
        this.policies = chosen;
        return this;
    }

    /** Required: how mails go out. Those of the module adapters-mail send by SMTP, or write files. */
    public TenantryBuilder mailSender(MailSender sender) {
        this.mailSender = sender;
        return this;
    }

    /**
     * The host's own SQL files for every tenant's schema; none by default. See {@link TenantMigrations}.
     *
     * @throws IllegalArgumentException with one line that names the file, if one could not be run
     */
    public TenantryBuilder tenantMigrations(Path folder) {
        this.tenantMigrations = TenantMigrations.in(folder);
        return this;
    }

    /** The same, from a folder, or with {@code classpath:} before it from one on the class path. */
    public TenantryBuilder tenantMigrations(String location) {
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(TenantryBuilder.class::getClassLoader);
        this.tenantMigrations = TenantMigrations.at(location, loader, Path.of(""));
        return this;
    }

    /** The system's by default. */
    public TenantryBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /** 4 to 16; 12 by default. A hash of another cost is replaced at the next sign-in. */
    public TenantryBuilder bcryptCost(int cost) {
        this.bcryptCost = cost;
        return this;
    }

    /**
     * Whether to bring the tables up to date first; true by default. A tenant whose schema cannot be brought up is logged as an
     * error, and left as it is.
     */
    public TenantryBuilder migrate(boolean yes) {
        this.migrate = yes;
        return this;
    }

    /** Whether to send mails from a thread of Tenantry's; true by default. If not, call {@code DeliverMail} yourself. */
    public TenantryBuilder deliverMail(boolean yes) {
        this.deliverMail = yes;
        return this;
    }

    /** Whether to send events to webhooks from threads of Tenantry's; true by default. If not, call {@code DeliverWebhooks} yourself. */
    public TenantryBuilder deliverWebhooks(boolean yes) {
        this.deliverWebhooks = yes;
        return this;
    }

    /**
     * Addresses, or blocks of them in CIDR notation, to which events may be sent though they are not public, by http too; none by
     * default. Whoever may make webhooks reaches what is there.
     */
    public TenantryBuilder webhookAllow(List<String> blocks) {
        this.webhookAllow = List.copyOf(blocks);
        return this;
    }

    /**
     * Whether to remove what was kept long enough, and tenants whose time is over, once an hour, from a thread of Tenantry's; true by default. If not, call
     * {@code RemoveExpired} and {@code RemoveTenants} yourself.
     */
    public TenantryBuilder removeExpired(boolean yes) {
        this.removeExpired = yes;
        return this;
    }

    /**
     * Whether to rotate the signing keys every 90 days, looked at once an hour from a thread of Tenantry's; true by default. If not,
     * call {@code RotateSigningKeys} yourself.
     */
    public TenantryBuilder rotateSigningKeys(boolean yes) {
        this.rotateSigningKeys = yes;
        return this;
    }

    /**
     * Whether to write down every second, from a thread of Tenantry's, what API keys were used for, and once more when Tenantry is
     * closed; true by default. If not, call {@code WriteApiKeyUse} yourself: until then nothing is counted over all nodes.
     */
    public TenantryBuilder writeApiKeyUse(boolean yes) {
        this.writeApiKeyUse = yes;
        return this;
    }

    /** A file of SHA-1 prefixes of passwords that are known from breaches, and so refused; none by default. */
    public TenantryBuilder breachedPasswords(Path file) {
        this.breachedPasswords = Optional.of(file);
        return this;
    }

    /** Whose passkeys are taken; by default those made for {@code localhost}. */
    public TenantryBuilder webAuthn(WebAuthn rules) {
        this.webAuthn = rules;
        return this;
    }

    /** With whom users may sign in, beside Tenantry itself; {@link IdentityProviders#NONE} by default. */
    public TenantryBuilder identityProviders(IdentityProviders trusted) {
        this.identityProviders = trusted;
        return this;
    }

    /**
     * Who else hears of each event of the audit, once it is committed, on the thread that did it. May be called several
     * times; what one throws is logged, and keeps those after it from hearing. All events are logged on {@code
     * tenantry.security} beside that.
     */
    public TenantryBuilder onAudit(Consumer<AuditEvent> listener) {
        this.onAudit = onAudit.andThen(listener);
        return this;
    }

    /** Who hears what became of each batch of mails that Tenantry delivers; nobody by default. */
    public TenantryBuilder onDelivery(Consumer<DeliverMail.Delivered> listener) {
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
            FleetLog.bringUp(Wiring.migrations(owner, schema, dataSource).with(tenantMigrations));
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
            HttpWebhookSender webhooks = opened.add(new HttpWebhookSender(Version.current(), webhookAllow));
            UseCases useCases = Wiring.useCases(
                    persistence,
                    new Wiring.Others(mailSender, breached, webAuthn, identityProviders, new DnsTxtRecords(), webhooks),
                    policies,
                    clock);
            WebhookRounds rounds =
                    opened.add(new WebhookRounds(useCases.webhooks().deliverWebhooks()));
            Schedules schedules = opened.add(new Schedules());
            if (deliverMail) {
                schedules.deliver(useCases.mail().deliverMail(), onDelivery);
            }
            if (deliverWebhooks) {
                schedules.deliver(rounds);
            }
            if (removeExpired) {
                schedules.remove(useCases.audit().removeExpired());
                schedules.remove(useCases.tenants().removeTenants());
            }
            if (rotateSigningKeys) {
                schedules.rotate(useCases.sessions().rotateSigningKeys());
            }
            if (writeApiKeyUse) {
                opened.add(KeyUseWriting.start(useCases.apiKeys().writeApiKeyUse()));
            }
            return new Tenantry(useCases, persistence, clock, opened);
        } catch (RuntimeException unopened) {
            opened.close();
            throw unopened;
        }
    }
}
