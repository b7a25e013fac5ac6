package io.tenantry.application.tenant;

import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.DomainTaken;
import io.tenantry.domain.failure.LimitReached;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.PrimaryDomain;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.TxtRecordMissing;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.tenant.ClaimDomain;
import io.tenantry.domain.tenant.ConfirmDomain;
import io.tenantry.domain.tenant.DomainClaim;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.RemoveDomain;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantDomain;
import io.tenantry.domain.tenant.TxtRecords;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {

    private static final HostName HOST = new HostName("login.acme.example");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");
    private final Principal admin = tenancy.joined(acme, Role.ADMIN);

    @Test
    void a_claimed_host_waits_for_the_record_that_it_asks_for() {
        TenantDomain claimed = claim(admin, acme, HOST);

        assertThat(claimed.verified()).isFalse();
        assertThat(claimed.primary()).isFalse();
        DomainClaim claim = claimed.claim().orElseThrow();
        assertThat(claim.recordName()).isEqualTo("_tenantry.login.acme.example");
        assertThat(claim.recordText()).matches("tenantry-verification=[A-Za-z0-9_-]{32}");
        assertThatThrownBy(() -> confirm(admin, acme)).isInstanceOf(TxtRecordMissing.class);
    }

    @Test
    void once_the_dns_shows_it_the_host_is_the_tenants_and_picks_it_at_sign_in() {
        Tenant beta = tenancy.company("Beta");
        User user = tenancy.join(beta, Role.MEMBER);
        tenantry.pass(Duration.ofSeconds(1));
        tenantry.join(user, acme, Role.MEMBER);
        show(claim(admin, acme, HOST));

        TenantDomain confirmed = confirm(admin, acme);

        assertThat(confirmed.verified()).isTrue();
        assertThat(confirm(admin, acme)).isEqualTo(confirmed);
        SignIn.Command there = new SignIn.Command(
                user.email(),
                TenantryFixture.PASSWORD,
                Optional.empty(),
                Optional.of(HOST),
                SessionKind.ROTATING,
                false,
                OFFICE);
        assertThat(tenantry.useCases()
                        .sessions()
                        .signIn()
                        .signIn(there)
                        .claims()
                        .tenant())
                .contains(acme.id());
    }

    @Test
    void a_host_that_is_only_claimed_picks_nothing() {
        show(claim(admin, acme, HOST));

        assertThat(tenantry.ports()
                        .transactions()
                        .acrossTenants(() -> tenantry.ports().domains().find(HOST)))
                .isEmpty();
    }

    @Test
    void claiming_again_asks_for_the_same_record() {
        TenantDomain first = claim(admin, acme, HOST);
        tenantry.pass(Duration.ofDays(1));

        assertThat(claim(admin, acme, HOST)).isEqualTo(first);
        assertThat(tenancy.audited(AuditAction.DOMAIN_CLAIMED)).hasSize(1);
    }

    @Test
    void several_may_claim_one_host_each_by_a_record_of_its_own_and_the_first_to_show_it_has_it() {
        Tenant beta = tenancy.company("Beta");
        Principal rival = tenancy.ownerOf(beta);
        TenantDomain ours = claim(admin, acme, HOST);
        TenantDomain theirs = claim(rival, beta, HOST);
        show(theirs);

        assertThatThrownBy(() -> confirm(admin, acme)).isInstanceOf(TxtRecordMissing.class);
        assertThat(confirm(rival, beta).verified()).isTrue();
        show(ours);

        assertThatThrownBy(() -> confirm(admin, acme)).isInstanceOf(DomainTaken.class);
        assertThat(list(admin, acme)).extracting(TenantDomain::verified).containsExactly(true, false);
    }

    @Test
    void of_two_looks_at_once_both_find_it_confirmed_and_it_is_noted_once() throws Exception {
        show(claim(admin, acme, HOST));

        List<Object> outcomes = InParallel.outcomes(8, number -> confirm(admin, acme));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(TenantDomain.class));
        assertThat(tenancy.audited(AuditAction.DOMAIN_CONFIRMED)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "beta.localhost",
                "acme.localhost",
                "a.b.localhost",
                "intranet",
                "127.0.0.1",
                "1.2.3.4",
                "example.123"
            })
    void what_is_the_installations_own_or_nobodys_in_the_dns_cannot_be_claimed(String host) {
        assertThatThrownBy(() -> claim(admin, acme, new HostName(host))).isInstanceOf(DomainTaken.class);
    }

    @Test
    void what_only_looks_like_the_installations_own_can_be_claimed() {
        assertThat(claim(admin, acme, new HostName("notlocalhost.example")).verified())
                .isFalse();
        assertThat(claim(admin, acme, new HostName("localhost.example")).verified())
                .isFalse();
        assertThat(claim(admin, acme, new HostName("1.2.3.example")).verified()).isFalse();
    }

    @Test
    void what_is_the_tenants_already_is_not_claimed_again_and_what_is_anothers_is_not_told() {
        Tenant beta = tenancy.company("Beta");
        show(claim(admin, acme, HOST));
        confirm(admin, acme);

        assertThatThrownBy(() -> claim(admin, acme, HOST)).isInstanceOf(DomainTaken.class);
        assertThat(claim(tenancy.ownerOf(beta), beta, HOST).verified()).isFalse();
    }

    @Test
    void a_tenant_has_twenty_at_most() {
        for (int i = 1; i < ClaimDomain.MOST; i++) {
            claim(admin, acme, new HostName("host" + i + ".example"));
        }

        assertThatThrownBy(() -> claim(admin, acme, HOST)).isInstanceOf(LimitReached.class);
        assertThat(claim(admin, acme, new HostName("host1.example")).verified()).isFalse();
        remove(admin, new HostName("host2.example"));
        assertThat(claim(admin, acme, HOST).verified()).isFalse();
    }

    @Test
    void confirmed_domains_are_listed_before_claims_and_the_primary_one_first() {
        claim(admin, acme, new HostName("waiting.example"));
        tenantry.pass(Duration.ofSeconds(1));
        show(claim(admin, acme, HOST));
        confirm(admin, acme);

        assertThat(list(admin, acme))
                .extracting(domain -> domain.host().value(), TenantDomain::primary, TenantDomain::verified)
                .containsExactly(
                        tuple("acme.localhost", true, true),
                        tuple(HOST.value(), false, true),
                        tuple("waiting.example", false, false));
    }

    @Test
    void a_domain_or_claim_can_be_given_up_and_the_primary_one_cannot() {
        claim(admin, acme, HOST);
        remove(admin, HOST);
        assertThatThrownBy(() -> remove(admin, HOST)).isInstanceOf(NotFound.class);
        show(claim(admin, acme, HOST));
        confirm(admin, acme);
        remove(admin, HOST);

        assertThatThrownBy(() -> remove(admin, new HostName("acme.localhost"))).isInstanceOf(PrimaryDomain.class);
        assertThatThrownBy(() -> confirm(admin, acme)).isInstanceOf(NotFound.class);
        assertThat(list(admin, acme)).hasSize(1);
        assertThat(tenancy.audited(AuditAction.DOMAIN_REMOVED)).hasSize(2);
    }

    @Test
    void R_E8_a_claim_made_anew_is_not_confirmed_by_the_record_of_the_old_one() {
        show(claim(admin, acme, HOST));
        remove(admin, HOST);
        claim(admin, acme, HOST);

        assertThatThrownBy(() -> confirm(admin, acme)).isInstanceOf(TxtRecordMissing.class);
    }

    @Test
    void R8_2_2_neither_domains_nor_claims_of_another_tenant_can_be_confirmed_or_given_up() {
        Tenant beta = tenancy.company("Beta");
        Principal rival = tenancy.ownerOf(beta);
        show(claim(admin, acme, HOST));

        assertThatThrownBy(() -> confirm(rival, beta)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> remove(rival, beta, HOST)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> remove(rival, beta, new HostName("acme.localhost")))
                .isInstanceOf(NotFound.class);
        assertThat(confirm(admin, acme).verified()).isTrue();
    }

    @Test
    void a_dns_that_does_not_answer_changes_nothing() {
        show(claim(admin, acme, HOST));
        TxtRecords down = name -> {
            throw new Unavailable(Duration.ofSeconds(5));
        };
        UseCases cutOff = PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), down));

        assertThatThrownBy(() -> cutOff.tenants()
                        .confirmDomain()
                        .confirm(new ConfirmDomain.Command(admin, acme.id(), HOST, OFFICE)))
                .isInstanceOf(Unavailable.class);
        assertThat(confirm(admin, acme).verified()).isTrue();
    }

    @Test
    void the_dns_is_asked_sixty_times_an_hour_for_one_tenant() {
        claim(admin, acme, HOST);
        for (int look = 0; look < 60; look++) {
            assertThatThrownBy(() -> confirm(admin, acme)).isInstanceOf(TxtRecordMissing.class);
        }

        assertThatThrownBy(() -> confirm(admin, acme)).isInstanceOf(Throttled.class);
    }

    @Test
    void a_claim_that_is_given_up_while_the_dns_is_asked_is_not_confirmed() {
        show(claim(admin, acme, HOST));
        TxtRecords dns = tenantry.ports().txtRecords();
        TxtRecords slow = name -> {
            remove(admin, HOST);
            return dns.of(name);
        };
        UseCases meanwhile = PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), slow));

        assertThatThrownBy(() -> meanwhile
                        .tenants()
                        .confirmDomain()
                        .confirm(new ConfirmDomain.Command(admin, acme.id(), HOST, OFFICE)))
                .isInstanceOf(NotFound.class);
        assertThat(list(admin, acme)).hasSize(1);
    }

    @Test
    void R16_3_1_what_is_done_with_domains_is_in_the_tenants_audit_with_the_host() {
        show(claim(admin, acme, HOST));
        confirm(admin, acme);
        remove(admin, HOST);

        for (AuditAction action :
                List.of(AuditAction.DOMAIN_CLAIMED, AuditAction.DOMAIN_CONFIRMED, AuditAction.DOMAIN_REMOVED)) {
            assertThat(tenancy.audited(action))
                    .as(action.word())
                    .extracting(AuditEvent::target)
                    .containsExactly(Optional.of(new Target(Target.Type.DOMAIN, HOST.value())));
        }
    }

    private TenantDomain claim(Principal by, Tenant tenant, HostName host) {
        return tenantry.useCases()
                .tenants()
                .claimDomain()
                .claim(new ClaimDomain.Command(by, tenant.id(), host, OFFICE));
    }

    private TenantDomain confirm(Principal by, Tenant tenant) {
        return tenantry.useCases()
                .tenants()
                .confirmDomain()
                .confirm(new ConfirmDomain.Command(by, tenant.id(), HOST, OFFICE));
    }

    private void remove(Principal by, HostName host) {
        remove(by, acme, host);
    }

    private void remove(Principal by, Tenant tenant, HostName host) {
        tenantry.useCases().tenants().removeDomain().remove(new RemoveDomain.Command(by, tenant.id(), host, OFFICE));
    }

    private List<TenantDomain> list(Principal by, Tenant tenant) {
        return tenantry.useCases().tenants().listDomains().list(by, tenant.id());
    }

    private void show(TenantDomain claimed) {
        DomainClaim claim = claimed.claim().orElseThrow();
        tenantry.tenantry().dns().show(claim.recordName(), claim.recordText());
    }
}
