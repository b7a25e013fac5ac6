package io.tenantry.application.audit;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditEntry;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.invitation.Invite;
import io.tenantry.domain.invitation.Invited;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.webhook.CreateWebhook;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.RemoveWebhook;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAuditTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);
    private final Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();
    private final User adaVerified = tenantry.verifyEmail(tenantry.mailed(MailKind.VERIFY_EMAIL));
    private final Principal ada = account.signedIn(ADA);

    @Test
    void who_did_it_is_told_by_the_address_that_they_have_now() {
        account.changeEmail(ada, EmailAddress.of("countess@example.org"));
        account.confirmEmail(tenantry.mailed(MailKind.CONFIRM_EMAIL));

        assertThat(read(AuditAction.SIGN_IN)).singleElement().satisfies(entry -> {
            assertThat(entry.event().actor()).isEqualTo(Actor.user(adaVerified.id()));
            assertThat(entry.actorLabel()).contains("countess@example.org");
            assertThat(entry.targetLabel()).contains("countess@example.org");
        });
    }

    @Test
    void an_invitation_is_told_by_its_address_as_long_as_it_is_there() {
        Invited invited = invite(GRACE);

        assertThat(read(AuditAction.INVITATION_SENT))
                .extracting(AuditEntry::targetLabel)
                .containsExactly(Optional.of(GRACE.value()));

        tenantry.registerVerifiedUser(GRACE);
        account.delete(account.signedIn(GRACE));

        assertThat(read(AuditAction.INVITATION_SENT)).singleElement().satisfies(entry -> {
            assertThat(entry.targetLabel()).isEmpty();
            assertThat(entry.event().target().orElseThrow().id())
                    .isEqualTo(invited.invitation().id().toString());
        });
    }

    @Test
    void a_tenant_is_told_by_its_name_and_a_domain_by_its_host() {
        note(new Target(Target.Type.TENANT, acme.id().toString()));
        note(new Target(Target.Type.DOMAIN, "www.acme.example"));
        note(new Target(Target.Type.SESSION, ada.session().toString()));
        note(new Target(Target.Type.INVITATION, "no id at all"));

        assertThat(read(AuditAction.TENANT_CHANGED))
                .extracting(AuditEntry::targetLabel)
                .containsExactlyInAnyOrder(
                        Optional.of("Acme"), Optional.of("www.acme.example"), Optional.empty(), Optional.empty());
    }

    @Test
    void who_is_no_more_has_no_label() {
        User grace = tenantry.registerVerifiedUser(GRACE);
        tenantry.join(grace, acme, Role.ADMIN);
        Principal by = account.signedIn(GRACE);
        account.delete(by);

        assertThat(read(AuditAction.SIGN_IN))
                .filteredOn(entry ->
                        entry.event().subject().filter(grace.id()::equals).isPresent())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actorLabel()).isEmpty();
                    assertThat(entry.targetLabel()).isEmpty();
                });
    }

    @Test
    void a_page_of_many_takes_one_look_at_users_tenants_and_invitations_each() {
        for (int i = 0; i < 20; i++) {
            invite(EmailAddress.of("n" + i + "@example.org"));
            note(new Target(Target.Type.TENANT, acme.id().toString()));
        }
        List<String> calls = new ArrayList<>();
        UseCases watched =
                PortsFixture.useCases(tenantry.tenantry(), PortsFixture.watched(tenantry.ports(), calls::add));

        watched.audit().readAudit().read(ada, acme.id(), AuditFilter.ALL, new PageRequest(Optional.empty(), 100));

        assertThat(calls)
                .filteredOn(call -> !call.startsWith("Memberships") && !call.equals("Tenants.find"))
                .containsExactlyInAnyOrder(
                        "AuditEvents.page", "Users.findAll", "Tenants.findAll", "Invitations.findAll");
    }

    @ParameterizedTest
    @CsvSource({"OWNER,true", "ADMIN,true", "MEMBER,false"})
    void R8_2_1_owners_and_admins_read_it_and_nobody_else(Role role, boolean may) {
        tenantry.join(tenantry.registerVerifiedUser(GRACE), acme, role);
        Principal by = account.signedIn(GRACE);

        if (may) {
            assertThat(read(by, AuditFilter.ALL)).isNotEmpty();
        } else {
            assertThatThrownBy(() -> read(by, AuditFilter.ALL)).isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void R8_2_1_for_who_is_no_member_it_is_not_there_an_operator_neither() {
        Principal stranger = new Principal(
                tenantry.registerVerifiedUser(GRACE).id(),
                SessionId.next(tenantry.now(), UniqueFixture.random()),
                Optional.empty(),
                Optional.empty(),
                true);

        assertThatThrownBy(() -> read(stranger, AuditFilter.ALL)).isInstanceOf(NotFound.class);
    }

    @Test
    void it_is_filtered_by_what_was_done() {
        assertThat(read(AuditAction.SIGN_IN)).hasSize(1);
        assertThat(read(AuditAction.MEMBER_LEFT)).isEmpty();
    }

    @Test
    void the_chain_is_verified_by_id_and_by_slug() {
        AuditChain byId = tenantry.useCases().audit().verifyAudit().verify(acme.id());

        assertThat(byId.broken()).isEmpty();
        assertThat(byId.events()).isEqualTo(2);
        assertThat(tenantry.useCases().audit().verifyAudit().verify(acme.slug()))
                .isEqualTo(byId);
        assertThatThrownBy(() -> tenantry.useCases().audit().verifyAudit().verify(new Slug("nobody")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_operation_is_noted_in_the_tenants_audit_and_in_the_installations() {
        record(AuditAction.TENANT_EXPORTED, Optional.of(acme.slug()), Map.of("members", "1"));

        assertThat(account.audited(AuditAction.TENANT_EXPORTED))
                .hasSize(2)
                .allMatch(event -> event.actor().equals(Actor.SYSTEM))
                .allMatch(event -> event.data().equals(Map.of("members", "1")))
                .allMatch(event ->
                        event.target().orElseThrow().id().equals(acme.id().toString()))
                .extracting(event -> event.tenant().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void an_operation_without_a_tenant_is_noted_in_the_installations_audit() {
        record(AuditAction.BACKUP_MADE, Optional.empty(), Map.of());

        assertThat(account.audited(AuditAction.BACKUP_MADE))
                .singleElement()
                .satisfies(event -> assertThat(event.tenant()).isEmpty());
        assertThatThrownBy(() -> record(AuditAction.TENANT_EXPORTED, Optional.of(new Slug("nobody")), Map.of()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_webhook_is_told_by_its_host_as_long_as_it_is_there() {
        WebhookId webhook = tenantry.useCases()
                .webhooks()
                .createWebhook()
                .create(new CreateWebhook.Command(
                        ada,
                        acme.id(),
                        new WebhookUrl("https://hooks.example.org/s3cret"),
                        "",
                        EventChoice.ALL,
                        BROWSER))
                .webhook()
                .id();

        assertThat(read(AuditAction.WEBHOOK_CREATED))
                .extracting(AuditEntry::targetLabel)
                .containsExactly(Optional.of("hooks.example.org"));

        tenantry.useCases()
                .webhooks()
                .removeWebhook()
                .remove(new RemoveWebhook.Command(ada, acme.id(), webhook, BROWSER));

        assertThat(read(AuditAction.WEBHOOK_CREATED))
                .extracting(AuditEntry::targetLabel)
                .containsExactly(Optional.empty());
    }

    @Test
    void nobody_reads_the_audit_of_a_tenant_that_is_suspended() {
        tenantry.change(acme, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> read(ada, AuditFilter.ALL)).isInstanceOf(TenantNotActive.class);
    }

    private Invited invite(EmailAddress email) {
        return tenantry.useCases()
                .invitations()
                .invite()
                .invite(new Invite.Command(ada, acme.id(), email, Role.MEMBER, BROWSER));
    }

    private void note(Target target) {
        AuditTrail trail = new AuditTrail(tenantry.ports(), tenantry.tenantry().clock(), UniqueFixture.random());
        tenantry.ports().transactions().outsideTenants(() -> {
            trail.doneTo(
                    acme,
                    AuditAction.TENANT_CHANGED,
                    Actor.user(ada.user()),
                    Optional.empty(),
                    Optional.of(target),
                    Device.UNKNOWN,
                    Map.of());
            return target;
        });
    }

    private void record(AuditAction action, Optional<Slug> tenant, Map<String, String> data) {
        tenantry.useCases().audit().recordOperation().record(action, tenant.map(slug -> slug), data);
    }

    private List<AuditEntry> read(AuditAction action) {
        return read(ada, new AuditFilter(Optional.of(action), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private List<AuditEntry> read(Principal by, AuditFilter filter) {
        return tenantry.useCases()
                .audit()
                .readAudit()
                .read(by, acme.id(), filter, PageRequest.FIRST)
                .items();
    }
}
