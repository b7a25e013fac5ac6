package io.tenantry.application.admin;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.machine.MachineFixture;
import io.tenantry.domain.admin.FoundApiKey;
import io.tenantry.domain.admin.SearchApiKeys;
import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdministerApiKeysTest {

    private final OperatorFixture fixture = new OperatorFixture();
    private final MachineFixture machines = new MachineFixture(fixture.tenantry);
    private final RegisterTenant.Registered acme = fixture.tenantry.registerCompany("Acme", ADA);
    private final RegisterTenant.Registered beta = fixture.tenantry.registerCompany("Beta", GRACE);
    private final ApiKeySecret key = machines.key(acme.tenant(), acme.owner().id(), "members:read");
    private final ApiKeySecret other = machines.key(beta.tenant(), beta.owner().id(), "members:read");

    @Test
    void keys_of_all_tenants_are_found_by_name_and_one_by_its_id() {
        assertThat(search("gateway", Optional.empty()))
                .extracting(found -> found.details().key().id())
                .containsExactlyInAnyOrder(key.key(), other.key());
        assertThat(search("", Optional.of(key.key())))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.tenant().id()).isEqualTo(acme.tenant().id()));
        assertThat(search("nothing", Optional.empty())).isEmpty();
    }

    @Test
    void a_key_is_ended_whosever_it_is_and_both_audits_tell() {
        end(key.key());
        end(key.key());

        assertThatThrownBy(() -> machines.authenticate(key)).isInstanceOf(Unauthenticated.class);
        assertThat(machines.authenticate(other).key()).isEqualTo(other.key());
        assertThat(fixture.account.audited(AuditAction.API_KEY_REVOKED))
                .allMatch(event -> event.actor().equals(Actor.operator(fixture.olga.user())))
                .extracting(event -> event.tenant().map(Tenant::id))
                .containsExactly(Optional.of(acme.tenant().id()), Optional.empty(), Optional.empty());
        assertThat(fixture.account.audited(AuditAction.API_KEY_REVOKED))
                .extracting(AuditEvent::target)
                .startsWith(
                        Optional.of(new Target(Target.Type.API_KEY, key.key().toString())),
                        Optional.of(new Target(Target.Type.API_KEY, key.key().toString())));
    }

    @Test
    void one_that_there_is_not_is_not_found() {
        ApiKeyId none = ApiKeyId.next(fixture.tenantry.now(), UniqueFixture.random());

        assertThatThrownBy(() -> end(none)).isInstanceOf(NotFound.class);
    }

    private List<FoundApiKey> search(String words, Optional<ApiKeyId> exact) {
        return fixture.admin()
                .searchApiKeys()
                .search(new SearchApiKeys.Command(
                        fixture.olga, SearchText.of(words), exact, PageRequest.FIRST, BROWSER))
                .items();
    }

    private void end(ApiKeyId id) {
        fixture.admin().endApiKey().end(fixture.olga, id, BROWSER);
    }
}
