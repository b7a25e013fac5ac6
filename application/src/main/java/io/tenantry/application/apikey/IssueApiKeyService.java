package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.apikey.ManagedKeys.Managed;
import io.tenantry.application.mail.AccountNotices;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.IssueApiKey;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.LimitReached;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class IssueApiKeyService implements IssueApiKey {

    /** Later ends are none: neither databases nor calendars go on for ever. */
    private static final Instant LATEST_END = Instant.parse("9999-12-31T23:59:59Z");

    private final Transactions transactions;
    private final ManagedKeys managed;
    private final NeverWider neverWider;
    private final ApiKeys keys;
    private final Users users;
    private final AccountNotices notices;
    private final InstantSource clock;
    private final RandomGenerator random;

    IssueApiKeyService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.managed = new ManagedKeys(ports, clock, random);
        this.neverWider = new NeverWider(ports, clock);
        this.keys = ports.apiKeys().keys();
        this.users = ports.users();
        this.notices = new AccountNotices(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Issued issue(Command command) {
        return transactions.inTenant(command.tenant(), () -> {
            TenantMembership in = managed.requireHeld(command.by(), command.tenant());
            neverWider.require(command.by(), in, command.scopes(), command.expiresAt());
            requireAhead(command.expiresAt());
            requireRoom(command);
            return issued(command, in);
        });
    }

    private void requireAhead(Optional<Instant> end) {
        Instant now = clock.instant();
        if (end.filter(at -> !at.isAfter(now) || at.isAfter(LATEST_END)).isPresent()) {
            throw new InvalidInput(InvalidInput.EXPIRES_AT, FieldProblem.NOT_ALLOWED);
        }
    }

    private void requireRoom(Command command) {
        if (keys.active(command.tenant(), clock.instant()) >= ApiKey.MOST) {
            throw new LimitReached();
        }
    }

    private Issued issued(Command command, TenantMembership in) {
        Instant now = clock.instant();
        ApiKeySecret secret = ApiKeySecret.generate(ApiKeyId.next(now, random), random);
        ApiKey key = ApiKey.issued(
                secret,
                command.tenant(),
                command.name(),
                command.scopes(),
                command.by().user(),
                now,
                command.expiresAt().map(end -> end.truncatedTo(ChronoUnit.MICROS)));
        keys.add(key);
        managed.note(AuditAction.API_KEY_CREATED, new Managed(in, key), command.by(), command.device(), noted(key));
        tell(command, key, in.tenant());
        return new Issued(managed.details(key), secret);
    }

    /** Of the scopes Tenantry's own: the others are the host's words, and the audit holds none that somebody typed. */
    private static Map<String, String> noted(ApiKey key) {
        String own = Stream.of(Permission.values())
                .flatMap(permission -> permission.scope().stream())
                .distinct()
                .filter(scope -> key.scopes().cover(new Scope(scope)))
                .collect(Collectors.joining(" "));
        String end = key.expiresAt().map(Instant::toString).orElse("never");
        return Map.of("scopes", own, "expires", end);
    }

    /** From where it was made is told: who answers for a key answers for what it does. */
    private void tell(Command command, ApiKey key, Tenant tenant) {
        Map<MailDetail, String> details = Map.of(
                MailDetail.NAME,
                key.name().value(),
                MailDetail.TENANT,
                tenant.name().value());
        users.find(key.createdBy())
                .ifPresent(user -> notices.send(MailKind.API_KEY_CREATED, user, command.device(), details));
    }
}
