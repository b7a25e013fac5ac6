package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.tenant.TenantSchemas} must do. */
public abstract class TenantSchemasContract extends PortContract {

    @Test
    void a_schema_is_made_in_the_transaction_that_registers_its_tenant() {
        NewTenant tenant = TenantFixture.aNewTenant();

        register(tenant);

        assertThat(outside(() -> ports().tenants().find(tenant.id()))).isPresent();
    }

    @Test
    void a_schema_of_the_longest_name_can_be_made_beside_one_that_differs_in_its_last_character() {
        String longest = (UniqueFixture.word() + "-" + "x".repeat(50)).substring(0, 49);
        NewTenant first = TenantFixture.aNewTenantWith(new Slug(longest + "a"));
        NewTenant second = TenantFixture.aNewTenantWith(new Slug(longest + "b"));

        register(first);
        register(second);

        assertThat(outside(() -> ports().tenants().find(second.slug()))).isPresent();
    }

    @Test
    void R2_3_3_a_schema_is_gone_with_the_transaction_that_was_rolled_back() {
        NewTenant tenant = TenantFixture.aNewTenant();
        Rollback.of(() -> doIn(tenant.id(), () -> {
            create(tenant);
            throw new Rollback();
        }));

        register(tenant);

        assertThat(outside(() -> ports().tenants().find(tenant.id()))).isPresent();
    }

    @Test
    void RMT_a_schema_that_is_there_is_never_given_to_another_tenant() {
        NewTenant first = TenantFixture.aNewTenant();
        register(first);
        Tenant second = storedTenant();

        assertThatThrownBy(() -> doIn(
                        second.id(),
                        () -> ports().tenantSchemas()
                                .create(second.id(), first.slug().schema())))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void R_E9_once_tenant_and_schema_are_gone_another_may_have_the_name() {
        NewTenant first = TenantFixture.aNewTenant();
        register(first);
        close(first);

        doIn(first.id(), () -> {
            ports().tenantSchemas().drop(first.id());
            ports().tenants().remove(first.id());
        });
        NewTenant second = TenantFixture.aNewTenantWith(first.slug());
        register(second);

        assertThat(outside(() -> ports().tenants().find(first.slug()).map(Tenant::id)))
                .contains(second.id());
    }

    @Test
    void the_schema_of_a_tenant_in_use_is_never_dropped() {
        NewTenant tenant = TenantFixture.aNewTenant();
        register(tenant);

        assertThatThrownBy(() -> doIn(tenant.id(), () -> ports().tenantSchemas().drop(tenant.id())))
                .isInstanceOf(IllegalStateException.class);

        assertThat(isTaken(tenant)).isTrue();
    }

    @Test
    void R2_3_3_a_schema_is_back_when_the_transaction_that_dropped_it_is_rolled_back() {
        NewTenant tenant = TenantFixture.aNewTenant();
        register(tenant);
        close(tenant);

        Rollback.of(() -> doIn(tenant.id(), () -> {
            ports().tenantSchemas().drop(tenant.id());
            throw new Rollback();
        }));

        assertThat(isTaken(tenant)).isTrue();
    }

    @Test
    void dropping_the_schema_of_one_tenant_leaves_the_others() {
        NewTenant tenant = TenantFixture.aNewTenant();
        NewTenant other = TenantFixture.aNewTenant();
        register(tenant);
        register(other);
        close(tenant);

        across(() -> {
            ports().tenantSchemas().drop(tenant.id());
            return tenant;
        });

        assertThat(isTaken(other)).isTrue();
    }

    private void close(NewTenant tenant) {
        doOutside(() -> ports().tenants()
                .find(tenant.id())
                .map(stored -> stored.closed(TimeFixture.now()))
                .ifPresent(ports().tenants()::update));
    }

    /** Whether there is a schema of that name, so that nobody can make another. */
    private boolean isTaken(NewTenant tenant) {
        Tenant another = storedTenant();
        return catchThrowable(() -> doIn(
                        another.id(),
                        () -> ports().tenantSchemas()
                                .create(another.id(), tenant.slug().schema())))
                != null;
    }

    private void register(NewTenant tenant) {
        doIn(tenant.id(), () -> create(tenant));
    }

    private void create(NewTenant tenant) {
        ports().tenants().add(tenant);
        ports().tenantSchemas().create(tenant.id(), tenant.slug().schema());
    }
}
