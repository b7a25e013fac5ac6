package io.tenantry.http.api.tenant;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.ChangeTenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.text.PlainText;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.http.wire.Changes;
import java.util.Optional;

/** Reads what a {@code PATCH /api/v1/tenants/{id}} wants changed. None of it can be cleared. */
final class TenantChanges {
    private TenantChanges() {}

    static ChangeTenant.Command read(Changes changes, TenantCaller by, TenantId tenant, Device device) {
        return new ChangeTenant.Command(
                by,
                tenant,
                changes.lasting("name", changes.text("name", TenantName::problemWith, TenantName::new)),
                changes.lasting(
                        "contactEmail",
                        changes.text("contactEmail", TenantChanges::problemWithEmail, EmailAddress::of)),
                changes.lasting("requireMfa", changes.truth("requireMfa")),
                device);
    }

    private static Optional<FieldProblem> problemWithEmail(String text) {
        if (PlainText.trim(text).isEmpty()) {
            return Optional.of(FieldProblem.REQUIRED);
        }
        return EmailAddress.parse(text).isPresent() ? Optional.empty() : Optional.of(FieldProblem.INVALID_EMAIL);
    }
}
