package io.tenantry.application.tenant;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.TenantryFixture.company;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.SlugTaken;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.ListTenants;
import io.tenantry.domain.tenant.RegisterTenant.Command;
import io.tenantry.domain.tenant.RegisterTenant.Registered;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.EmailVerification;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegisterTenantTest {

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void a_registered_tenant_is_active_and_numbered_and_has_its_first_domain() {
        Registered registered = tenantry.registerCompany("Acme & Söhne", ADA);

        Tenant tenant = registered.tenant();
        assertThat(tenant.number()).isEqualTo(1);
        assertThat(tenant.status()).isEqualTo(TenantStatus.ACTIVE);
        assertThat(tenant.slug()).isEqualTo(new Slug("acme-sohne"));
        assertThat(tenant.contactEmail()).isEqualTo(ADA);
        assertThat(registered.domain())
                .isEqualTo(new Domain(new HostName("acme-sohne.localhost"), tenant.id(), true, tenantry.now()));
        assertThat(listed()).containsExactly(new ListTenants.Listed(tenant, registered.domain(), List.of(ADA)));
    }

    @Test
    void the_owner_is_stored_unverified_and_a_member_in_the_role_of_owner() {
        Registered registered = tenantry.registerCompany("Acme", ADA);

        assertThat(tenantry.stored(ADA)).contains(registered.owner());
        assertThat(registered.owner().emailVerified()).isFalse();
        assertThat(memberships(registered.owner()))
                .extracting(TenantMembership::tenant, TenantMembership::role)
                .containsExactly(tuple(registered.tenant(), Role.OWNER));
    }

    @Test
    void the_tenants_schema_is_made() {
        Registered registered = tenantry.registerCompany("Acme", ADA);
        Tenant tenant = registered.tenant();

        assertThatThrownBy(() -> tenantry.ports().transactions().inTenant(tenant.id(), () -> {
                    tenantry.ports().tenantSchemas().create(tenant.id(), tenant.schema());
                    return tenant;
                }))
                .hasMessageContaining("tenant_acme exists");
    }

    @Test
    void a_mail_asks_the_owner_to_verify_the_address() {
        Command command = company("Acme", ADA);
        tenantry.useCases().tenants().registerTenant().register(named(command, PersonName.ofFull("Ada Lovelace")));

        assertThat(tenantry.tenantry().deliverMail())
                .extracting(
                        Mail::kind, mail -> mail.to().email(), mail -> mail.to().name())
                .containsExactly(tuple(MailKind.VERIFY_EMAIL, ADA, "Ada Lovelace"));
    }

    @Test
    void the_owner_may_sign_in_at_once_and_before_verifying() {
        tenantry.registerCompany("Acme", ADA);

        assertThat(tenantry.signIn(ADA).user().email()).isEqualTo(ADA);
    }

    @Test
    void no_session_is_opened_unless_asked_for() {
        assertThat(tenantry.registerCompany("Acme", ADA).signedIn()).isEmpty();
    }

    @Test
    void a_session_of_the_kind_asked_for_is_opened_in_the_new_tenant() {
        Registered registered = register(signingIn(SessionKind.ROTATING));

        SignedIn signedIn = registered.signedIn().orElseThrow();
        assertThat(signedIn.claims().tenant()).contains(registered.tenant().id());
        assertThat(signedIn.claims().role()).contains(Role.OWNER);
        assertThat(tenantry.authenticate(signedIn).user())
                .isEqualTo(registered.owner().id());
        assertThat(tenantry.refresh(signedIn, SessionKind.ROTATING).claims().session())
                .isEqualTo(signedIn.claims().session());
    }

    @Test
    void a_fixed_session_has_a_random_UUID_for_refresh_token_and_an_access_only_one_has_none() {
        RefreshToken fixed = register(signingIn(SessionKind.FIXED))
                .signedIn()
                .orElseThrow()
                .refreshToken()
                .orElseThrow();
        Command command = company("Other", GRACE);
        Registered other = register(signingIn(command, SessionKind.ACCESS_ONLY));

        assertThat(UUID.fromString(fixed.value()).version()).isEqualTo(4);
        assertThat(other.signedIn().orElseThrow().refreshToken()).isEmpty();
    }

    @Test
    void no_session_is_opened_where_everybody_must_verify_first() {
        TenantryFixture strict = new TenantryFixture(EmailVerification.ALWAYS);

        Registered registered =
                strict.useCases().tenants().registerTenant().register(signingIn(SessionKind.ACCESS_ONLY));

        assertThat(registered.signedIn()).isEmpty();
    }

    @Test
    void a_taken_address_is_refused_in_any_case_and_nothing_is_stored() {
        tenantry.registerCompany("Acme", ADA);
        EmailAddress shouted = EmailAddress.of("ADA@EXAMPLE.ORG");

        assertThatThrownBy(() -> tenantry.registerCompany("Other", shouted)).isInstanceOf(EmailTaken.class);

        assertThat(listed()).hasSize(1);
    }

    @Test
    void a_slug_that_was_asked_for_and_is_taken_is_refused_and_nothing_is_stored() {
        tenantry.registerCompany("Acme", ADA);

        assertThatThrownBy(() -> register(withSlug(company("Other", GRACE), "acme")))
                .isInstanceOf(SlugTaken.class);

        assertThat(tenantry.stored(GRACE)).isEmpty();
        assertThat(listed()).hasSize(1);
        assertThat(tenantry.tenantry().deliverMail())
                .extracting(mail -> mail.to().email())
                .containsExactly(ADA);
    }

    @Test
    void a_slug_that_was_asked_for_is_given() {
        assertThat(register(withSlug(company("Acme", ADA), "other"))
                        .domain()
                        .host()
                        .value())
                .isEqualTo("other.localhost");
    }

    @Test
    void a_slug_made_from_a_name_is_varied_when_it_is_taken() {
        tenantry.registerCompany("Acme", ADA);

        Registered second = tenantry.registerCompany("Acme", GRACE);

        assertThat(second.tenant().slug().value()).matches("acme-[a-z2-9]{6}");
        assertThat(second.tenant().name().value()).isEqualTo("Acme");
        assertThat(second.domain().host()).isEqualTo(second.tenant().slug().under(new HostName("localhost")));
    }

    @Test
    void a_host_name_that_another_tenant_has_counts_as_a_taken_slug() {
        Tenant first = tenantry.registerCompany("First", EmailAddress.of("first@example.org"))
                .tenant();
        Domain second = new Domain(new HostName("acme.localhost"), first.id(), false, tenantry.now());
        tenantry.ports()
                .transactions()
                .inTenant(first.id(), () -> tenantry.ports().domains().add(second));

        assertThatThrownBy(() -> register(withSlug(company("Acme", ADA), "acme")))
                .isInstanceOf(SlugTaken.class);
        assertThat(tenantry.registerCompany("Acme", GRACE).tenant().slug().value())
                .startsWith("acme-");
    }

    @Test
    void R6_2_1_seven_code_points_are_refused_and_eight_are_not() {
        assertThat(problemWith("1234 67")).isEqualTo(Map.of(InvalidInput.PASSWORD, FieldProblem.TOO_SHORT));

        assertThat(register(withPassword("😀".repeat(8))).tenant().number()).isEqualTo(1);
    }

    @Test
    void R6_2_10_a_password_that_names_its_tenant_or_owner_is_refused() {
        Map<String, FieldProblem> weak = Map.of(InvalidInput.PASSWORD, FieldProblem.WEAK_PASSWORD);

        assertThat(problemWith("my ACME Works password")).isEqualTo(weak);
        assertThat(problemWith("lovelace is my name")).isEqualTo(weak);
        assertThat(listed()).isEmpty();
    }

    private Map<String, FieldProblem> problemWith(String password) {
        return catchThrowableOfType(InvalidInput.class, () -> register(withPassword(password)))
                .problems();
    }

    private static Command withPassword(String password) {
        return new Command(
                new TenantName("Acme Works"),
                Optional.empty(),
                EmailAddress.of("lovelace@example.org"),
                PersonName.NONE,
                new Password(password),
                Optional.empty(),
                Device.UNKNOWN);
    }

    private static Command withSlug(Command base, String slug) {
        return new Command(
                base.name(),
                Optional.of(new Slug(slug)),
                base.email(),
                base.owner(),
                PASSWORD,
                base.signIn(),
                base.device());
    }

    private static Command signingIn(SessionKind kind) {
        return signingIn(company("Acme", ADA), kind);
    }

    private static Command signingIn(Command base, SessionKind kind) {
        return new Command(
                base.name(), base.slug(), base.email(), base.owner(), PASSWORD, Optional.of(kind), base.device());
    }

    private static Command named(Command base, PersonName owner) {
        return new Command(base.name(), base.slug(), base.email(), owner, PASSWORD, base.signIn(), base.device());
    }

    private Registered register(Command command) {
        return tenantry.useCases().tenants().registerTenant().register(command);
    }

    private List<TenantMembership> memberships(User user) {
        return tenantry.ports()
                .transactions()
                .acrossTenants(() -> tenantry.ports().memberships().of(user.id()));
    }

    private List<ListTenants.Listed> listed() {
        return tenantry.useCases().tenants().listTenants().list(new ListTenants.Query(0, 100));
    }
}
