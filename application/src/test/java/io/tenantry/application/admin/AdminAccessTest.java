package io.tenantry.application.admin;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.machine.MachineFixture;
import io.tenantry.domain.admin.AdminUseCases;
import io.tenantry.domain.admin.AdministerTenant;
import io.tenantry.domain.admin.DisableUser;
import io.tenantry.domain.admin.ReadStatistics;
import io.tenantry.domain.admin.SearchApiKeys;
import io.tenantry.domain.admin.SearchTenants;
import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.admin.SearchUsers;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may administer, and what is noted of it: the same for every use case. */
class AdminAccessTest {

    private static final PageRequest FIRST = PageRequest.FIRST;

    private final OperatorFixture fixture = new OperatorFixture();
    private final Tenant acme = fixture.tenantry.registerCompany("Acme", ADA).tenant();
    private final ApiKeySecret key = new MachineFixture(fixture.tenantry)
            .key(acme, fixture.tenantry.stored(ADA).orElseThrow().id(), "members:read");
    private final User grace = fixture.tenantry.registerVerifiedUser(GRACE);

    /** All that an operator does over HTTP, by what is noted of it. */
    private Map<AuditAction, Consumer<Principal>> calls() {
        AdminUseCases admin = fixture.admin();
        Map<AuditAction, Consumer<Principal>> calls = new EnumMap<>(AuditAction.class);
        calls.put(
                AuditAction.ADMIN_SEARCHED_TENANTS,
                by -> admin.searchTenants()
                        .search(new SearchTenants.Command(
                                by, SearchText.of("acme"), Optional.empty(), FIRST, BROWSER)));
        calls.put(
                AuditAction.ADMIN_SEARCHED_USERS,
                by -> admin.searchUsers().search(new SearchUsers.Command(by, SearchText.of("grace"), FIRST, BROWSER)));
        calls.put(
                AuditAction.TENANT_STATUS_CHANGED,
                by -> admin.administerTenant()
                        .change(new AdministerTenant.Command(
                                by,
                                acme.id(),
                                Optional.of(TenantStatus.SUSPENDED),
                                Optional.empty(),
                                Optional.empty(),
                                BROWSER)));
        calls.put(AuditAction.TENANT_RESTORED, by -> {
            close();
            admin.restoreTenant().restore(by, acme.id(), BROWSER);
        });
        calls.put(
                AuditAction.ACCOUNT_DISABLED,
                by -> admin.disableUser().disable(new DisableUser.Command(by, grace.id(), true, BROWSER)));
        calls.put(
                AuditAction.PASSWORD_RESET_REQUESTED,
                by -> admin.sendPasswordReset().send(by, grace.id(), BROWSER));
        calls.put(AuditAction.SESSIONS_ENDED, by -> admin.endUserSessions().end(by, grace.id(), BROWSER));
        calls.put(
                AuditAction.ADMIN_SEARCHED_API_KEYS,
                by -> admin.searchApiKeys()
                        .search(new SearchApiKeys.Command(
                                by, SearchText.of("gateway"), Optional.empty(), FIRST, BROWSER)));
        calls.put(AuditAction.API_KEY_REVOKED, by -> admin.endApiKey().end(by, key.key(), BROWSER));
        calls.put(
                AuditAction.ADMIN_READ_AUDIT,
                by -> admin.readInstallationAudit().read(by, AuditFilter.ALL, FIRST, BROWSER));
        calls.put(
                AuditAction.ADMIN_READ_STATISTICS,
                by -> admin.readStatistics().read(new ReadStatistics.Command(by, 30, BROWSER)));
        return calls;
    }

    @Test
    void R8_2_1_none_but_operators_with_two_factors_administer() {
        Principal owner = fixture.account.signedIn(ADA);
        Principal oneFactor =
                fixture.tenantry.authenticate(fixture.appointed(EmailAddress.of("otto@operators.example")));
        int before = fixture.tenantry.tenantry().audit().size();

        for (Consumer<Principal> call : calls().values()) {
            for (Principal by : List.of(owner, oneFactor)) {
                assertThatThrownBy(() -> call.accept(by)).isInstanceOf(Forbidden.class);
            }
        }

        assertThat(fixture.tenantry.tenantry().audit()).hasSize(before);
    }

    @Test
    void R16_3_1_every_call_of_an_operators_is_noted_with_who_and_from_where() {
        calls().forEach((action, call) -> {
            call.accept(fixture.olga);

            assertThat(noted(action)).as(action.word()).isNotEmpty().allSatisfy(event -> {
                assertThat(event.actor()).isEqualTo(Actor.operator(fixture.olga.user()));
                assertThat(event.device()).isEqualTo(BROWSER);
                assertThat(event.data().toString()).doesNotContain("grace").doesNotContain("acme");
            });
            assertThat(noted(action)).anyMatch(event -> event.tenant().isEmpty());
        });
        assertThat(calls()).hasSize(AdminUseCases.class.getRecordComponents().length - 1);
    }

    @Test
    void what_is_done_to_a_tenant_stands_in_its_audit_and_in_the_installations() {
        fixture.give(acme, TenantStatus.SUSPENDED);

        assertThat(noted(AuditAction.TENANT_STATUS_CHANGED))
                .extracting(event -> event.tenant().map(Tenant::id))
                .containsExactly(Optional.of(acme.id()), Optional.empty());
        assertThat(noted(AuditAction.TENANT_STATUS_CHANGED))
                .allMatch(event ->
                        event.target().orElseThrow().id().equals(acme.id().toString()))
                .allMatch(event -> event.data().equals(Map.of("status", "suspended")));
    }

    @Test
    void R6_4_6_no_use_case_of_an_operators_takes_a_password_or_gives_a_secret() {
        Set<Type> spoken = new HashSet<>();
        Arrays.stream(AdminUseCases.class.getRecordComponents())
                .map(RecordComponent::getType)
                .flatMap(port -> Arrays.stream(port.getDeclaredMethods()))
                .flatMap(AdminAccessTest::types)
                .forEach(type -> collect(type, spoken));

        assertThat(spoken)
                .contains(User.class, Tenant.class)
                .doesNotContain(
                        Password.class,
                        SealedPassword.class,
                        SecretToken.class,
                        RefreshToken.class,
                        ApiKeySecret.class);
    }

    private static Stream<Type> types(Method method) {
        return Stream.concat(
                Arrays.stream(method.getGenericParameterTypes()), Stream.of(method.getGenericReturnType()));
    }

    private static void collect(Type type, Set<Type> all) {
        if (!all.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), all);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, all));
        }
        if (type instanceof Class<?> known && known.isRecord()) {
            Arrays.stream(known.getRecordComponents()).forEach(part -> collect(part.getGenericType(), all));
        }
    }

    private void close() {
        fixture.tenantry.ports().transactions().inTenant(acme.id(), () -> {
            fixture.tenantry.ports().tenants().update(acme.closed(fixture.tenantry.now()));
            return acme;
        });
    }

    private List<AuditEvent> noted(AuditAction action) {
        return fixture.account.audited(action);
    }
}
