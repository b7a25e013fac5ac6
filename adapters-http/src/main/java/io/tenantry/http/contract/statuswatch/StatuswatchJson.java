package io.tenantry.http.contract.statuswatch;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.tenant.RegisterTenant.Registered;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.WhoAmI.Self;
import java.util.List;

/** The answers of the statuswatch contract. */
final class StatuswatchJson {
    private StatuswatchJson() {}

    record DetailJson(String detail) {}

    record TokensJson(String access, String refresh) {}

    record RegisteredJson(String detail, NewOrganizationJson organization, NewUserJson user) {
        static RegisteredJson of(Registered registered) {
            Tenant tenant = registered.tenant();
            return new RegisteredJson(
                    "Registration successful. You can now log in.",
                    new NewOrganizationJson(
                            tenant.id().toString(),
                            tenant.name().value(),
                            tenant.slug().value(),
                            tenant.schema().value(),
                            registered.domain().host().value()),
                    new NewUserJson(
                            registered.owner().id().toString(),
                            registered.owner().email().value(),
                            Role.OWNER.word()));
        }
    }

    record NewOrganizationJson(String id, String name, String slug, String schema, String domain) {}

    record NewUserJson(String id, String email, String role) {}

    /** @param organization the one in which the token works; null for who has none */
    record MeJson(
            String id,
            String email,
            @JsonProperty("email_verified") boolean emailVerified,
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,
            @JsonProperty("full_name") String fullName,
            OrganizationJson organization,
            String role,
            List<MembershipJson> memberships) {
        static MeJson of(Self self) {
            return new MeJson(
                    self.user().id().toString(),
                    self.user().email().value(),
                    self.user().emailVerified(),
                    self.user().name().first().orElse(""),
                    self.user().name().last().orElse(""),
                    self.user().name().full(),
                    self.current().map(in -> OrganizationJson.of(in.tenant())).orElse(null),
                    self.current().map(in -> in.role().word()).orElse(null),
                    self.memberships().stream().map(MembershipJson::of).toList());
        }
    }

    record OrganizationJson(String id, String name, String slug) {
        static OrganizationJson of(Tenant tenant) {
            return new OrganizationJson(
                    tenant.id().toString(), tenant.name().value(), tenant.slug().value());
        }
    }

    record MembershipJson(OrganizationJson organization, String role) {
        static MembershipJson of(TenantMembership in) {
            return new MembershipJson(
                    OrganizationJson.of(in.tenant()), in.role().word());
        }
    }
}
