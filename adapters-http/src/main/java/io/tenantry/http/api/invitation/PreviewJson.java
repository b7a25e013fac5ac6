package io.tenantry.http.api.invitation;

import io.tenantry.domain.invitation.PreviewInvitation.Preview;
import io.tenantry.http.wire.Json;

/** What an invitation is about, for who has its mail. */
record PreviewJson(String tenantName, String email, String role, String expiresAt, boolean accountExists) {
    static PreviewJson of(Preview preview) {
        return new PreviewJson(
                preview.tenant().value(),
                preview.email().value(),
                preview.role().word(),
                Json.time(preview.expiresAt()),
                preview.accountExists());
    }
}
