package io.tenantry.application.inmemory;

import io.tenantry.application.ApiKeyPorts;
import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.UseCases;
import io.tenantry.application.WebhookPorts;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.webhook.DeliverWebhooks;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All of Tenantry without a database, for unit tests: every use case on maps, a clock to move, mail to read.
 *
 * <pre>{@code
 * InMemoryTenantry tenantry = InMemoryTenantry.start();
 * tenantry.useCases().users().registerUser().register(new RegisterUser.Command(email, PersonName.NONE, password, Device.UNKNOWN));
 * SecretToken token = tenantry.deliverMail().get(0).token().orElseThrow();
 * tenantry.useCases().users().verifyEmail().verify(new VerifyEmail.Command(token, Device.UNKNOWN));
 * tenantry.clock().advance(Duration.ofHours(25));
 * }</pre>
 *
 * <p>It obeys the contracts of the driven ports as PostgreSQL does: transactions roll back, scopes hide and refuse, a race
 * has one winner. Each start is a world of its own. Safe for use by many threads; transactions run one at a time. Passwords
 * are hashed once, by SHA-256: not for real ones.
 */
public final class InMemoryTenantry {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final MovableClock clock = new MovableClock(START);
    private final InMemoryMailSender mailSender = new InMemoryMailSender();
    private final InMemoryProvider provider = new InMemoryProvider();
    private final InMemoryTxtRecords txtRecords = new InMemoryTxtRecords();
    private final InMemoryReceivers receivers = new InMemoryReceivers();
    private final InMemoryBreaches breachedPasswords = new InMemoryBreaches();
    private final InMemoryAuditEvents auditEvents;
    private final DrivenPorts ports;
    private final UseCases useCases;

    private InMemoryTenantry(Policies policies) {
        RandomGenerator random = () -> Chance.STRONG.nextLong();
        InMemoryTransactions transactions = new InMemoryTransactions();
        InMemoryTenants tenants = new InMemoryTenants(transactions);
        InMemoryUsers users = new InMemoryUsers(transactions);
        InMemoryMemberships memberships = new InMemoryMemberships(transactions, tenants, users);
        InMemoryDomains domains = new InMemoryDomains(transactions);
        InMemoryDomainClaims domainClaims = new InMemoryDomainClaims(transactions);
        InMemoryInvitations invitations = new InMemoryInvitations(transactions);
        InMemoryKeyUsage keyUsage = new InMemoryKeyUsage(transactions);
        InMemoryApiKeys apiKeys = new InMemoryApiKeys(transactions, keyUsage);
        InMemoryQuotaNotices quotaNotices = new InMemoryQuotaNotices(transactions);
        InMemorySessions sessions = new InMemorySessions(transactions);
        InMemoryProfiles profiles = new InMemoryProfiles(transactions);
        InMemoryKnownDevices knownDevices = new InMemoryKnownDevices(transactions);
        InMemoryMfaChallenges mfaChallenges = new InMemoryMfaChallenges(transactions);
        InMemoryPasskeys passkeys = new InMemoryPasskeys(transactions);
        InMemorySecondFactors secondFactors = new InMemorySecondFactors(transactions, passkeys);
        InMemoryCeremonies ceremonies = new InMemoryCeremonies(transactions);
        InMemoryLinkedIdentities linkedIdentities = new InMemoryLinkedIdentities(transactions);
        InMemoryAuthorizations authorizations = new InMemoryAuthorizations(transactions);
        InMemoryCredentials credentials = new InMemoryCredentials(transactions, random);
        InMemoryOneTimeTokens oneTimeTokens = new InMemoryOneTimeTokens(transactions);
        InMemoryOutbox outbox = new InMemoryOutbox(transactions);
        InMemoryWebhooks webhooks = new InMemoryWebhooks(transactions);
        InMemoryDeliveries deliveries = new InMemoryDeliveries(transactions, webhooks);
        this.auditEvents = new InMemoryAuditEvents(transactions);
        tenants.lookForVerified(memberships::anyVerified);
        tenants.alsoErase(tenant -> {
            memberships.forget(tenant);
            domains.forget(tenant);
            domainClaims.forget(tenant);
            invitations.forget(tenant);
            apiKeys.forget(tenant);
            quotaNotices.forget(tenant);
            auditEvents.forget(tenant);
            deliveries.forget(tenant);
            webhooks.forget(tenant);
        });
        users.alsoErase(user -> {
            invitations.erase(user.id(), user.email());
            memberships.forget(user.id());
            sessions.forget(user.id());
            profiles.forget(user.id());
            knownDevices.forgetAll(user.id());
            secondFactors.forget(user.id());
            mfaChallenges.forget(user.id());
            passkeys.forget(user.id());
            ceremonies.forget(user.id());
            linkedIdentities.forget(user.id());
            authorizations.forget(user.id());
            credentials.forget(user.id());
            oneTimeTokens.forget(user.id());
            outbox.forget(user.email());
        });
        this.ports = new DrivenPorts(
                transactions,
                tenants,
                domains,
                domainClaims,
                txtRecords,
                new InMemoryTenantSchemas(transactions, tenants),
                users,
                profiles,
                memberships,
                invitations,
                credentials,
                breachedPasswords,
                oneTimeTokens,
                sessions,
                knownDevices,
                new InMemoryIdentities(transactions, sessions, users, memberships, profiles, secondFactors),
                new InMemorySigningKeys(transactions),
                secondFactors,
                new InMemoryTotpCodes(),
                mfaChallenges,
                passkeys,
                ceremonies,
                new InMemoryWebAuthn(random),
                linkedIdentities,
                authorizations,
                provider,
                new InMemoryThrottles(transactions),
                new InMemoryKeyedCalls(transactions),
                auditEvents,
                new InMemoryDirectory(tenants, users, memberships, domains, sessions, invitations, apiKeys, keyUsage),
                outbox,
                mailSender,
                new ApiKeyPorts(
                        apiKeys,
                        new InMemoryKnownKeys(transactions, apiKeys, keyUsage, tenants, users, memberships),
                        new InMemoryKeyUses(transactions, apiKeys, keyUsage),
                        new InMemoryKeyGuesses(),
                        quotaNotices,
                        new InMemoryRevokedTokens(transactions)),
                new WebhookPorts(webhooks, deliveries, receivers));
        this.useCases = UseCases.of(ports, policies, clock, random);
    }

    /** An empty installation with {@link Policies#STANDARD}. */
    public static InMemoryTenantry start() {
        return start(Policies.STANDARD);
    }

    /** An empty installation. */
    public static InMemoryTenantry start(Policies policies) {
        return new InMemoryTenantry(policies);
    }

    public UseCases useCases() {
        return useCases;
    }

    /** What the use cases work on: to look at, to prepare a state that no use case brings about, or to build others upon. */
    public DrivenPorts ports() {
        return ports;
    }

    /** The time of this installation. It stands at 2026-01-01T00:00:00Z until it is moved. */
    public MovableClock clock() {
        return clock;
    }

    /** The mails that were sent, oldest first. Sending is {@link #deliverMail()}, or the use case of that name. */
    public List<Mail> mails() {
        return mailSender.sent();
    }

    /** Sends all mails that are due, and returns them, oldest first. */
    public List<Mail> deliverMail() {
        int before = mails().size();
        int taken;
        do {
            taken = useCases.mail().deliverMail().deliver().total();
        } while (taken > 0);
        List<Mail> all = mails();
        return all.subList(before, all.size());
    }

    /** What the audits of all tenants and of the installation hold, the oldest first. */
    public List<AuditEvent> audit() {
        return auditEvents.all();
    }

    /** The provider of identities by which one may sign in here. */
    public InMemoryProvider provider() {
        return provider;
    }

    /** The DNS that is asked here. */
    public InMemoryTxtRecords dns() {
        return txtRecords;
    }

    /** Who receives the webhooks here. */
    public InMemoryReceivers receivers() {
        return receivers;
    }

    /** Sends all events that are due at webhooks, each webhook's one after another. */
    public void deliverWebhooks() {
        List<DeliverWebhooks.Turn> turns;
        do {
            turns = useCases.webhooks().deliverWebhooks().take(100);
            turns.forEach(DeliverWebhooks.Turn::send);
        } while (!turns.isEmpty());
    }

    /** Makes a password one that is known from a breach. */
    public void breach(Password password) {
        breachedPasswords.add(password);
    }

    /** The code that a generator set up with this secret shows now. */
    public String totpCode(TotpSecret secret) {
        return InMemoryTotpCodes.codeAt(secret, clock.instant());
    }

    /** Looked for when it is first needed: setting it up takes longer than all else of a start. */
    private static final class Chance {

        static final SecureRandom STRONG = new SecureRandom();
    }
}
