package io.tenantry.application.apikey;

import static io.tenantry.application.apikey.KeysFixture.assertRefused;
import static io.tenantry.application.apikey.KeysFixture.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.ApiKeyUse;
import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.apikey.KeyRefusal;
import io.tenantry.domain.apikey.QuotaNotices;
import io.tenantry.domain.apikey.ReadApiKeyUsage;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What keys are used for, and what of it a tenant has left. */
class ApiKeyUseTest {

    private final KeysFixture fixture = new KeysFixture();
    private final TenantryFixture tenantry = fixture.tenantry;
    private final ApiKeySecret secret = fixture.issue("reports:*").secret();

    @Test
    void use_is_told_of_once_it_was_written_and_refused_calls_are_counted_nowhere() {
        fixture.quota(10);
        fixture.verify(secret, 4);
        fixture.verify(secret, 7);
        fixture.verify(secret, "no:no");
        assertThat(fixture.read(secret).use()).isEqualTo(ApiKeyUse.NONE);

        fixture.write();

        assertThat(fixture.read(secret).use()).isEqualTo(new ApiKeyUse(Optional.of(tenantry.now()), 1, 0));
        assertThat(today()).isEqualTo(new DailyUse(day(), 1, 4));
    }

    @Test
    void a_request_is_let_pass_whole_or_not_and_one_of_no_units_always_is() {
        fixture.quota(10);

        assertThat(valid(fixture.verify(secret, 7)).used()).isEqualTo(7);
        assertRefused(fixture.verify(secret, 4), KeyRefusal.QUOTA_EXCEEDED);
        assertThat(valid(fixture.verify(secret, 3)).used()).isEqualTo(10);
        assertRefused(fixture.verify(secret, 1), KeyRefusal.QUOTA_EXCEEDED);
        assertThat(valid(fixture.verify(secret, 0)).used()).isEqualTo(10);
    }

    @Test
    void another_quota_counts_from_the_next_call_on() {
        fixture.quota(10);
        assertRefused(fixture.verify(secret, 11), KeyRefusal.QUOTA_EXCEEDED);

        fixture.quota(11);

        assertThat(valid(fixture.verify(secret, 11)).used()).isEqualTo(11);
    }

    @Test
    void at_the_turn_of_the_month_in_UTC_the_quota_is_whole_again() {
        fixture.quota(10);
        toTurnOfMonth(Duration.ofMillis(1));
        assertThat(valid(fixture.verify(secret, 10)).used()).isEqualTo(10);
        assertRefused(fixture.verify(secret, 1), KeyRefusal.QUOTA_EXCEEDED);

        tenantry.pass(Duration.ofMillis(1));

        assertThat(valid(fixture.verify(secret, 10)).used()).isEqualTo(10);
        assertRefused(fixture.verify(secret, 1), KeyRefusal.QUOTA_EXCEEDED);
    }

    @Test
    void the_owners_are_told_once_a_month_that_80_percent_are_used_and_once_that_all_are() {
        fixture.quota(10);
        fixture.tenancy.join(fixture.acme, Role.ADMIN);
        User second = fixture.tenancy.join(fixture.acme, Role.OWNER);
        fixture.verify(secret, 7);
        fixture.write();
        assertThat(mails()).isEmpty();

        fixture.verify(secret, 1);
        fixture.write();
        fixture.write();
        assertThat(mails())
                .extracting(Mail::kind)
                .containsExactly(MailKind.QUOTA_NEARLY_USED, MailKind.QUOTA_NEARLY_USED);

        fixture.verify(secret, 2);
        fixture.write();
        fixture.write();
        assertThat(mails())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.kind()).isEqualTo(MailKind.QUOTA_USED))
                .anySatisfy(mail -> assertThat(mail.to().email()).isEqualTo(second.email()))
                .anySatisfy(mail -> assertThat(mail.to().email()).isEqualTo(fixture.acme.contactEmail()))
                .allSatisfy(mail -> assertThat(mail.details())
                        .isEqualTo(Map.of(MailDetail.TENANT, "Acme", MailDetail.USED, "10", MailDetail.LIMIT, "10")));
    }

    @Test
    void whoever_uses_all_at_once_is_told_that_alone_and_in_the_next_month_anew() {
        fixture.quota(10);
        fixture.verify(secret, 10);
        fixture.write();
        assertThat(mails()).extracting(Mail::kind).containsExactly(MailKind.QUOTA_USED);

        toTurnOfMonth(Duration.ZERO);
        fixture.verify(secret, 8);
        fixture.write();

        assertThat(mails()).extracting(Mail::kind).containsExactly(MailKind.QUOTA_NEARLY_USED);
    }

    @Test
    void a_request_that_was_refused_when_most_was_used_is_told_of_as_all_used() {
        fixture.quota(10);
        fixture.verify(secret, 8);
        fixture.verify(secret, 3);

        fixture.write();

        assertThat(mails()).extracting(Mail::kind).containsExactly(MailKind.QUOTA_USED);
    }

    @Test
    void whoever_asks_for_far_too_much_has_no_mail_sent_and_silences_none() {
        fixture.quota(10);
        assertRefused(fixture.verify(secret, 1_000_000_000), KeyRefusal.QUOTA_EXCEEDED);
        fixture.write();
        assertThat(mails()).isEmpty();

        fixture.verify(secret, 8);
        fixture.write();

        assertThat(mails()).extracting(Mail::kind).containsExactly(MailKind.QUOTA_NEARLY_USED);
    }

    @Test
    void that_a_quota_was_reached_is_noted_in_the_tenants_audit_as_nobodys_doing() {
        fixture.quota(10);
        fixture.verify(secret, 9);
        fixture.write();
        fixture.verify(secret, 1);
        fixture.write();

        List<AuditEvent> noted = fixture.tenancy.audited(AuditAction.QUOTA_REACHED);

        assertThat(noted).allSatisfy(event -> {
            assertThat(event.actor()).isEqualTo(Actor.SYSTEM);
            assertThat(event.tenant()).map(Tenant::id).contains(fixture.acme.id());
        });
        assertThat(noted)
                .extracting(AuditEvent::data)
                .containsExactly(
                        Map.of("percent", "80", "used", "9", "limit", "10"),
                        Map.of("percent", "100", "used", "10", "limit", "10"));
    }

    @Test
    void whether_somebody_was_told_is_asked_once_and_not_at_every_writing() {
        List<Integer> asked = new ArrayList<>();
        QuotaNotices notices = tenantry.ports().apiKeys().quotaNotices();
        UseCases recorded = withNotices((tenant, month, percent) -> {
            asked.add(percent);
            return notices.note(tenant, month, percent);
        });
        fixture.quota(10);
        fixture.verify(secret, 8);

        for (int i = 0; i < 5; i++) {
            recorded.apiKeys().writeApiKeyUse().write();
        }
        fixture.verify(secret, 2);
        recorded.apiKeys().writeApiKeyUse().write();

        assertThat(asked).containsExactly(80, 100);
        assertThat(mails()).hasSize(2);
    }

    @Test
    void one_tenant_that_cannot_be_told_keeps_no_other_from_it_and_is_told_later() {
        Tenant other = fixture.tenancy.company("Other");
        ApiKeySecret theirs = fixture.issue(fixture.tenancy.ownerOf(other), other, "Theirs", Optional.empty())
                .secret();
        List<TenantId> failing = new ArrayList<>(List.of(fixture.acme.id()));
        QuotaNotices notices = tenantry.ports().apiKeys().quotaNotices();
        UseCases faulty = withNotices((tenant, month, percent) -> {
            if (failing.remove(tenant)) {
                throw new PortsFixture.PortDown();
            }
            return notices.note(tenant, month, percent);
        });
        fixture.verify(secret, Tenant.STANDARD_QUOTA);
        fixture.verify(theirs, Tenant.STANDARD_QUOTA);

        faulty.apiKeys().writeApiKeyUse().write();
        assertThat(mails()).extracting(mail -> mail.to().email()).containsExactly(other.contactEmail());

        faulty.apiKeys().writeApiKeyUse().write();
        assertThat(mails()).extracting(mail -> mail.to().email()).containsExactly(fixture.acme.contactEmail());
    }

    @Test
    void usage_is_told_of_day_by_day_with_zeros_between() {
        fixture.verify(secret, 5);
        tenantry.pass(Duration.ofDays(2));
        fixture.verify(secret, 2);
        fixture.verify(secret, 2);
        fixture.write();
        LocalDate last = day();

        assertThat(fixture.usage(secret.key(), Optional.of(last.minusDays(3)), Optional.of(last)))
                .containsExactly(
                        new DailyUse(last.minusDays(3), 0, 0),
                        new DailyUse(last.minusDays(2), 1, 5),
                        new DailyUse(last.minusDays(1), 0, 0),
                        new DailyUse(last, 2, 4));
    }

    @Test
    void without_days_the_last_thirty_are_told_of() {
        List<DailyUse> usage = fixture.usage(secret.key(), Optional.empty(), Optional.empty());

        assertThat(usage).hasSize(30);
        assertThat(usage.get(0).day()).isEqualTo(day().minusDays(29));
        assertThat(usage.get(29).day()).isEqualTo(day());
    }

    @Test
    void days_in_the_wrong_order_too_many_or_out_of_every_calendar_are_refused() {
        LocalDate today = day();
        assertThat(fixture.usage(
                        secret.key(), Optional.of(today.minusDays(ReadApiKeyUsage.MOST_DAYS - 1)), Optional.of(today)))
                .hasSize(ReadApiKeyUsage.MOST_DAYS);
        assertDaysRefused(Optional.of(today.minusDays(ReadApiKeyUsage.MOST_DAYS)), Optional.of(today));
        assertDaysRefused(Optional.of(today), Optional.of(today.minusDays(1)));
        assertDaysRefused(Optional.of(LocalDate.MIN), Optional.of(LocalDate.MAX));
        assertDaysRefused(Optional.of(LocalDate.MAX), Optional.of(LocalDate.MIN));
        assertDaysRefused(Optional.empty(), Optional.of(LocalDate.MIN));
        assertDaysRefused(Optional.empty(), Optional.of(LocalDate.MAX));
        assertDaysRefused(Optional.of(LocalDate.MAX), Optional.empty());
        assertDaysRefused(Optional.of(LocalDate.MAX), Optional.of(LocalDate.MAX));
    }

    private void assertDaysRefused(Optional<LocalDate> from, Optional<LocalDate> to) {
        AccountFixture.assertRefused(() -> fixture.usage(secret.key(), from, to), "to", FieldProblem.NOT_ALLOWED);
    }

    private interface Noting {

        boolean note(TenantId tenant, YearMonth month, int percent);
    }

    private UseCases withNotices(Noting noting) {
        QuotaNotices notices = new QuotaNotices() {
            @Override
            public boolean note(TenantId tenant, YearMonth month, int percent) {
                return noting.note(tenant, month, percent);
            }

            @Override
            public void reset(TenantId tenant) {
                throw new AssertionError("nobody changed a quota");
            }
        };
        return PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), notices));
    }

    private List<Mail> mails() {
        return tenantry.tenantry().deliverMail().stream()
                .filter(mail -> mail.kind() == MailKind.QUOTA_NEARLY_USED || mail.kind() == MailKind.QUOTA_USED)
                .toList();
    }

    private LocalDate day() {
        return tenantry.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private DailyUse today() {
        return fixture.usage(secret.key(), Optional.of(day()), Optional.of(day()))
                .get(0);
    }

    private void toTurnOfMonth(Duration before) {
        YearMonth next = YearMonth.from(day()).plusMonths(1);
        Instant turn = next.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        tenantry.pass(Duration.between(tenantry.now(), turn).minus(before));
    }
}
