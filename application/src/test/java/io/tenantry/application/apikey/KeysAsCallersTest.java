package io.tenantry.application.apikey;

import static io.tenantry.application.machine.MachineFixture.scopes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.IssueApiKey.Issued;
import io.tenantry.domain.apikey.ReadApiKeyUsage;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.MfaEnrollmentRequired;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.session.KeyPrincipal.Proof;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.ChangeTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what with keys: users by their role, keys by their scopes, and no key more than itself. */
class KeysAsCallersTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final KeysFixture fixture = new KeysFixture();
    private final TenantryFixture tenantry = fixture.tenantry;
    private final ApiKeyId some = fixture.issue("reports:read").secret().key();

    private record UseCase(String name, Permission permission, BiConsumer<KeysAsCallersTest, TenantCaller> way) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<UseCase> useCases() {
        return Stream.of(
                new UseCase("list", Permission.READ_API_KEYS, (test, by) -> test.list(by)),
                new UseCase("read", Permission.READ_API_KEYS, (test, by) -> test.fixture.read(by, test.some)),
                new UseCase("usage", Permission.READ_API_KEYS, (test, by) -> test.usage(by)),
                new UseCase(
                        "issue", Permission.MANAGE_API_KEYS, (test, by) -> test.fixture.issue(by, Optional.empty())),
                new UseCase(
                        "rename",
                        Permission.MANAGE_API_KEYS,
                        (test, by) -> test.fixture.rename(by, test.some, "Other")),
                new UseCase(
                        "rotate", Permission.MANAGE_API_KEYS, (test, by) -> test.fixture.rotate(by, test.some, HOUR)),
                new UseCase("revoke", Permission.MANAGE_API_KEYS, (test, by) -> test.fixture.revoke(by, test.some)));
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void R8_2_1_of_users_the_role_decides(UseCase useCase) {
        for (Role role : Role.values()) {
            Principal by = fixture.tenancy.joined(fixture.acme, role);

            Throwable refusal = catchThrowable(() -> useCase.way.accept(this, by));

            if (role.may(useCase.permission)) {
                assertThat(refusal).as("%s", role).isNull();
            } else {
                assertThat(refusal).as("%s", role).isInstanceOf(Forbidden.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void R8_2_1_of_keys_the_scope_decides_with_the_role_of_who_answers_for_it(UseCase useCase) {
        String needed = useCase.permission.scope().orElseThrow();
        Principal admin = fixture.tenancy.joined(fixture.acme, Role.ADMIN);
        KeyPrincipal with = key(admin, needed, "reports:read");
        KeyPrincipal without = key(
                admin,
                "tenant:*",
                "members:*",
                "audit:*",
                "reports:*",
                needed.equals("keys:read") ? "keys:write" : "keys:read");

        useCase.way.accept(this, with);
        assertThatThrownBy(() -> useCase.way.accept(this, without)).isInstanceOf(Forbidden.class);

        fixture.give(admin, Role.MEMBER);
        assertThatThrownBy(() -> useCase.way.accept(this, with)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void R8_2_2_to_a_stranger_and_to_a_key_of_another_tenant_the_tenant_is_not_found(UseCase useCase) {
        Tenant other = fixture.tenancy.company("Other");
        Principal stranger = fixture.tenancy.ownerOf(other);
        tenantry.join(tenantry.stored(other.contactEmail()).orElseThrow(), fixture.acme, Role.MEMBER);
        KeyPrincipal ofOther = fixture.calling(fixture.issue(stranger, other, "Theirs", Optional.empty(), "keys:*")
                .secret());

        assertThatThrownBy(() -> useCase.way.accept(this, ofOther)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> useCase.way.accept(this, fixture.tenancy.ownerOf(fixture.tenancy.company("Third"))))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void R7_4_2_a_suspended_tenant_refuses_users_and_keys(UseCase useCase) {
        KeyPrincipal key = key(fixture.owner, "keys:*");
        tenantry.change(fixture.acme, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> useCase.way.accept(this, fixture.owner)).isInstanceOf(TenantNotActive.class);
        assertThatThrownBy(() -> useCase.way.accept(this, key)).isInstanceOf(TenantNotActive.class);
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void where_a_second_factor_is_asked_for_who_answers_for_a_key_must_have_one(UseCase useCase) {
        KeyPrincipal key = key(fixture.owner, "keys:*", "reports:*");
        fixture.tenancy.requireMfa(fixture.acme);
        assertThatThrownBy(() -> useCase.way.accept(this, key)).isInstanceOf(MfaEnrollmentRequired.class);

        fixture.tenancy.giveSecondFactor(fixture.owner);

        useCase.way.accept(this, key);
    }

    @Test
    void R8_3_3_a_key_makes_keys_of_scopes_that_it_covers_and_of_no_others() {
        KeyPrincipal key = key(fixture.owner, "keys:write", "members:read", "reports:*");

        for (String covered : List.of("keys:write", "members:read", "reports:*", "reports:read")) {
            assertThat(fixture.issue(key, Optional.empty(), covered).key().key().scopes())
                    .isEqualTo(scopes(covered));
        }
        assertThat(fixture.issue(key, Optional.empty()).key().key().scopes()).isEqualTo(scopes());
        for (String wider :
                List.of("keys:read", "keys:*", "members:*", "members:write", "billing:read", "audit:read")) {
            assertThatThrownBy(() -> fixture.issue(key, Optional.empty(), "reports:read", wider))
                    .as(wider)
                    .isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void R8_3_3_a_key_that_ends_makes_none_that_ends_later_or_never() {
        Instant end = tenantry.now().plus(HOUR);
        KeyPrincipal key = fixture.calling(
                fixture.issue(fixture.owner, Optional.of(end), "keys:write").secret());

        assertThat(fixture.issue(key, Optional.of(end)).key().key().expiresAt()).contains(end);
        assertThatThrownBy(() -> fixture.issue(key, Optional.of(end.plusMillis(1))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> fixture.issue(key, Optional.empty())).isInstanceOf(Forbidden.class);
    }

    @Test
    void R8_3_3_a_key_rotates_none_that_is_wider_or_lives_longer_than_itself() {
        Instant end = tenantry.now().plus(HOUR);
        KeyPrincipal key = fixture.calling(fixture.issue(fixture.owner, Optional.of(end), "keys:write", "reports:read")
                .secret());
        ApiKeySecret narrow =
                fixture.issue(fixture.owner, Optional.of(end), "reports:read").secret();
        ApiKeySecret wide =
                fixture.issue(fixture.owner, Optional.of(end), "reports:*").secret();
        ApiKeySecret longer = fixture.issue("reports:read").secret();

        assertThat(fixture.rotate(key, narrow.key(), HOUR).secret().key()).isEqualTo(narrow.key());
        assertThat(fixture.rotate(key, key.key(), HOUR).secret().key()).isEqualTo(key.key());
        for (ApiKeySecret other : List.of(wide, longer)) {
            assertThatThrownBy(() -> fixture.rotate(key, other.key(), Duration.ZERO))
                    .isInstanceOf(Forbidden.class);
            assertThat(KeysFixture.valid(fixture.verify(other)).key().id()).isEqualTo(other.key());
        }
    }

    @Test
    void R8_3_3_with_a_token_of_fewer_scopes_a_key_rotates_not_even_itself() {
        KeyPrincipal key = key(fixture.owner, "keys:write", "members:write");
        KeyPrincipal byToken = new KeyPrincipal(key.key(), key.user(), key.tenant(), scopes("keys:write"), key.proof());

        assertThatThrownBy(() -> fixture.rotate(byToken, key.key(), HOUR)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> fixture.issue(byToken, Optional.empty(), "members:write"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void R8_3_3_what_ends_soon_hands_out_nothing_that_does_not() {
        ApiKeySecret secret = fixture.issue("keys:write").secret();
        KeyPrincipal old = fixture.calling(secret);
        KeyPrincipal byToken = new KeyPrincipal(
                old.key(),
                old.user(),
                old.tenant(),
                old.scopes(),
                new Proof(old.proof().secretSince(), false, true));
        assertThatThrownBy(() -> fixture.issue(byToken, Optional.empty(), "keys:write"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> fixture.rotate(byToken, old.key(), Duration.ZERO))
                .isInstanceOf(Forbidden.class);

        ApiKeySecret next = fixture.rotate(fixture.owner, old.key(), HOUR).secret();

        for (KeyPrincipal before : List.of(old, fixture.calling(secret))) {
            assertThatThrownBy(() -> fixture.issue(before, Optional.empty(), "keys:write"))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> fixture.rotate(before, old.key(), Duration.ZERO))
                    .isInstanceOf(Forbidden.class);
        }
        fixture.issue(fixture.calling(next), Optional.empty(), "keys:write");
    }

    @Test
    void R7_4_2_a_key_that_is_ended_while_it_calls_changes_nothing() {
        KeyPrincipal revoked = key(fixture.owner, "keys:write", "tenant:write");
        KeyPrincipal replaced = key(fixture.owner, "keys:write");
        KeyPrincipal handedOver = key(fixture.tenancy.joined(fixture.acme, Role.ADMIN), "keys:write");
        fixture.revoke(fixture.owner, revoked.key());
        fixture.rotate(fixture.owner, replaced.key(), Duration.ZERO);
        fixture.rotate(fixture.owner, handedOver.key(), HOUR);

        for (KeyPrincipal by : List.of(revoked, replaced, handedOver)) {
            assertThatThrownBy(() -> fixture.issue(by, Optional.empty(), "keys:write"))
                    .isInstanceOf(Unauthenticated.class);
        }
    }

    @Test
    void who_rotates_a_key_has_its_secret_and_so_answers_for_it_from_then_on() {
        Principal admin = fixture.tenancy.joined(fixture.acme, Role.ADMIN);
        ApiKeySecret secret = fixture.issue("reports:read").secret();

        ApiKeySecret next = fixture.rotate(admin, secret.key(), Duration.ZERO).secret();

        assertThat(fixture.read(next).key().createdBy()).isEqualTo(admin.user());
    }

    @Test
    void R8_2_1_a_key_that_renames_the_tenant_does_not_take_its_second_factor_away() {
        KeyPrincipal key = key(fixture.owner, "tenant:write");
        ChangeTenant.Command command = new ChangeTenant.Command(
                key, fixture.acme.id(), Optional.empty(), Optional.empty(), Optional.of(false), KeysFixture.OFFICE);

        assertThatThrownBy(() ->
                        fixture.tenantry.useCases().tenants().changeTenant().change(command))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void R8_3_3_an_admin_gives_every_scope_that_a_key_can_have_and_a_member_none() {
        Principal admin = fixture.tenancy.joined(fixture.acme, Role.ADMIN);

        Issued issued = fixture.issue(
                admin, Optional.empty(), "tenant:*", "members:*", "keys:*", "audit:read", "anything:at-all");

        assertThat(KeysFixture.valid(fixture.verify(issued.secret())).scopes())
                .isEqualTo(issued.key().key().scopes());
    }

    @Test
    void R7_4_1_a_key_that_was_ended_after_it_was_let_in_makes_no_other_any_more() {
        ApiKeySecret secret = fixture.issue("keys:*").secret();
        KeyPrincipal letIn = fixture.calling(secret);
        fixture.revoke(fixture.owner, secret.key());

        assertThatThrownBy(() -> fixture.issue(letIn, Optional.empty(), "keys:read"))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> fixture.rotate(letIn, some, HOUR)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void a_key_that_another_key_makes_is_answered_for_by_the_same_member_and_noted_as_the_keys_doing() {
        Principal admin = fixture.tenancy.joined(fixture.acme, Role.ADMIN);
        KeyPrincipal key = key(admin, "keys:write", "reports:*");

        ApiKey made = fixture.issue(key, Optional.empty(), "reports:read").key().key();

        assertThat(made.createdBy()).isEqualTo(admin.user());
        assertThat(fixture.tenancy.audited(AuditAction.API_KEY_CREATED))
                .last()
                .satisfies(event -> assertThat(event.actor()).isEqualTo(Actor.apiKey(key.key())));
    }

    @Test
    void a_key_may_revoke_itself() {
        ApiKeySecret secret = fixture.issue("keys:write").secret();

        fixture.revoke(fixture.calling(secret), secret.key());

        assertThatThrownBy(() -> fixture.calling(secret)).isInstanceOf(Unauthenticated.class);
    }

    private KeyPrincipal key(Principal by, String... scopes) {
        return fixture.calling(fixture.issue(by, Optional.empty(), scopes).secret());
    }

    private void list(TenantCaller by) {
        fixture.keys().listApiKeys().list(by, fixture.acme.id(), PageRequest.FIRST);
    }

    private void usage(TenantCaller by) {
        fixture.keys()
                .readApiKeyUsage()
                .read(new ReadApiKeyUsage.Command(by, fixture.acme.id(), some, Optional.empty(), Optional.empty()));
    }
}
