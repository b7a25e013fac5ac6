package io.tenantry.application.apikey;

import static io.tenantry.application.machine.MachineFixture.scopes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.ApiKeyUse;
import io.tenantry.domain.apikey.IssueApiKey.Issued;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.LimitReached;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.session.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueApiKeyTest {

    private final KeysFixture fixture = new KeysFixture();
    private final TenantryFixture tenantry = fixture.tenantry;

    @Test
    void a_key_is_shown_once_and_works() {
        Instant end = tenantry.now().plus(Duration.ofDays(30));

        Issued issued = fixture.issue(fixture.owner, Optional.of(end), "reports:read", "keys:*");

        ApiKey key = issued.key().key();
        assertThat(issued.secret().key()).isEqualTo(key.id());
        assertThat(key.tenant()).isEqualTo(fixture.acme.id());
        assertThat(key.scopes()).isEqualTo(scopes("keys:*", "reports:read"));
        assertThat(key.createdBy()).isEqualTo(fixture.owner.user());
        assertThat(key.expiresAt()).contains(end);
        assertThat(issued.key().use()).isEqualTo(ApiKeyUse.NONE);
        assertThat(KeysFixture.valid(fixture.verify(issued.secret())).key()).isEqualTo(key);
        assertThat(fixture.list(fixture.owner)).containsExactly(issued.key());
    }

    @Test
    void R6_5_2_of_the_secret_its_SHA_256_and_its_last_characters_are_kept() {
        ApiKeySecret secret = fixture.issue().secret();

        ApiKey stored = fixture.read(secret).key();

        assertThat(stored.current().digest()).isEqualTo(secret.digest());
        assertThat(stored.current().lastFour()).isEqualTo(secret.lastFour());
        assertThat(stored.toString()).doesNotContain(secret.value().substring(26));
    }

    @Test
    void R6_3_7_who_answers_for_it_hears_of_it_by_mail() {
        Principal admin = fixture.tenancy.joined(fixture.acme, Role.ADMIN);

        fixture.issue(admin, fixture.acme, "Nightly import", Optional.empty());

        assertThat(fixture.tenancy.mailed(MailKind.API_KEY_CREATED))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.to().email().value()).isEqualTo(emailOf(admin));
                    assertThat(mail.details())
                            .containsEntry(MailDetail.NAME, "Nightly import")
                            .containsEntry(MailDetail.TENANT, "Acme")
                            .containsEntry(
                                    MailDetail.ADDRESS,
                                    KeysFixture.OFFICE.address().orElseThrow());
                });
    }

    @Test
    void it_is_noted_without_what_the_caller_typed() {
        Issued issued = fixture.issue("reports:read", "members:*");

        assertThat(fixture.tenancy.audited(AuditAction.API_KEY_CREATED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.tenant()).map(tenant -> tenant.id()).contains(fixture.acme.id());
                    assertThat(event.actor()).isEqualTo(Actor.user(fixture.owner.user()));
                    assertThat(event.target())
                            .contains(new Target(
                                    Target.Type.API_KEY, issued.key().key().id().toString()));
                    assertThat(event.data())
                            .isEqualTo(Map.of("scopes", "members:read members:write", "expires", "never"));
                });
    }

    @Test
    void a_key_cannot_be_over_from_the_start_nor_end_after_the_last_day_of_calendars() {
        for (Instant end : List.of(
                tenantry.now(),
                tenantry.now().minusNanos(1),
                Instant.EPOCH,
                Instant.MIN,
                Instant.MAX,
                Instant.parse("9999-12-31T23:59:59.001Z"))) {
            AccountFixture.assertRefused(
                    () -> fixture.issue(fixture.owner, Optional.of(end)), "expiresAt", FieldProblem.NOT_ALLOWED);
        }
        assertThat(fixture.list(fixture.owner)).isEmpty();
        assertThat(fixture.issue(fixture.owner, Optional.of(tenantry.now().plusSeconds(1)))
                        .key()
                        .key()
                        .isActive(tenantry.now()))
                .isTrue();
    }

    @Test
    void its_end_is_kept_as_precisely_as_a_database_keeps_it() {
        Instant end = tenantry.now().plusSeconds(60);

        Issued issued = fixture.issue(fixture.owner, Optional.of(end.plusNanos(1999)));

        assertThat(issued.key().key().expiresAt()).contains(end.plusNanos(1000));
    }

    @Test
    void a_tenant_has_so_many_active_keys_at_most_and_revoked_and_expired_ones_do_not_count() {
        fill(ApiKey.MOST - 2);
        Issued last = fixture.issue();
        fixture.issue(fixture.owner, Optional.of(tenantry.now().plusSeconds(60)));
        assertThatThrownBy(() -> fixture.issue()).isInstanceOf(LimitReached.class);

        fixture.revoke(fixture.owner, last.secret().key());
        fixture.issue();
        assertThatThrownBy(() -> fixture.issue()).isInstanceOf(LimitReached.class);

        tenantry.pass(Duration.ofSeconds(60));
        fixture.issue();
        assertThatThrownBy(() -> fixture.issue()).isInstanceOf(LimitReached.class);
    }

    @Test
    void keys_are_listed_the_newest_first_by_those_who_may_read_them_revoked_ones_too() {
        Issued first = fixture.issue();
        tenantry.pass(Duration.ofMillis(1));
        Issued second = fixture.issue();
        fixture.revoke(fixture.owner, first.secret().key());

        var page = fixture.keys()
                .listApiKeys()
                .list(fixture.owner, fixture.acme.id(), new PageRequest(Optional.empty(), 1));
        var next = fixture.keys().listApiKeys().list(fixture.owner, fixture.acme.id(), new PageRequest(page.next(), 1));

        assertThat(page.items()).containsExactly(second.key());
        assertThat(next.items())
                .extracting(details -> details.key().id())
                .containsExactly(first.secret().key());
        assertThat(next.items().get(0).key().isRevoked()).isTrue();
        assertThat(next.next()).isEmpty();
    }

    @Test
    void in_the_audit_a_key_is_told_by_its_name_whether_it_did_something_or_something_was_done_to_it() {
        ApiKeySecret secret = fixture.issue(
                        fixture.owner, fixture.acme, "Robot", Optional.empty(), "keys:write", "audit:read")
                .secret();
        KeyPrincipal robot = fixture.calling(secret);
        Issued made = fixture.issue(robot, fixture.acme, "Made by robot", Optional.empty());
        fixture.rename(fixture.owner, made.secret().key(), "Renamed");

        var entries = tenantry.useCases()
                .audit()
                .readAudit()
                .read(robot, fixture.acme.id(), AuditFilter.ALL, PageRequest.FIRST)
                .items();

        assertThat(entries)
                .filteredOn(entry -> entry.event().actor().equals(Actor.apiKey(secret.key())))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.event().action()).isEqualTo(AuditAction.API_KEY_CREATED);
                    assertThat(entry.actorLabel()).contains("Robot");
                    assertThat(entry.targetLabel()).contains("Renamed");
                });
    }

    private void fill(int count) {
        tenantry.ports().transactions().inTenant(fixture.acme.id(), () -> {
            for (int i = 0; i < count; i++) {
                tenantry.ports()
                        .apiKeys()
                        .keys()
                        .add(ApiKeyFixture.at(tenantry.now(), fixture.acme.id(), fixture.owner.user()));
            }
            return count;
        });
    }

    private String emailOf(Principal user) {
        return tenantry.ports()
                .transactions()
                .outsideTenants(() -> tenantry.ports().users().find(user.user()))
                .orElseThrow()
                .email()
                .value();
    }
}
