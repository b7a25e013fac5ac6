package io.tenantry.http.api.user;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.session.KnownDevice;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.user.ExportAccount.Export;
import io.tenantry.domain.user.ExportAccount.ExportedKey;
import io.tenantry.domain.user.PhoneNumber;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.User;
import io.tenantry.http.api.user.MeJson.MembershipJson;
import io.tenantry.http.api.user.ProfileJson.NotificationsJson;
import io.tenantry.http.wire.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of {@code GET /api/v1/me/export}: everything but secrets.
 *
 * @param avatar the PNG in base64; null if there is none
 */
record ExportJson(
        PersonJson user,
        SaidJson profile,
        String avatar,
        List<MembershipJson> memberships,
        List<SessionJson> sessions,
        List<DeviceJson> devices,
        FactorsJson mfa,
        List<PasskeyJson> passkeys,
        List<IdentityJson> identities,
        List<KeyJson> apiKeys,
        List<EventJson> events) {
    static ExportJson of(Export all) {
        return new ExportJson(
                PersonJson.of(all.user(), all.profile()),
                SaidJson.of(all.profile()),
                all.avatar()
                        .map(avatar -> Base64.getEncoder().encodeToString(avatar.png()))
                        .orElse(null),
                all.memberships().stream().map(MembershipJson::of).toList(),
                all.sessions().stream().map(SessionJson::of).toList(),
                all.devices().stream().map(DeviceJson::of).toList(),
                new FactorsJson(time(all.totp()), all.recoveryCodesLeft()),
                all.passkeys().stream().map(PasskeyJson::of).toList(),
                all.identities().stream().map(IdentityJson::of).toList(),
                all.apiKeys().stream().map(KeyJson::of).toList(),
                all.events().stream().map(EventJson::of).toList());
    }

    private static String time(Optional<Instant> at) {
        return at.map(Json::time).orElse(null);
    }

    record PersonJson(
            String id,
            String email,
            boolean emailVerified,
            String emailVerifiedAt,
            String firstName,
            String lastName,
            String fullName,
            String phone,
            boolean operator,
            String createdAt,
            String updatedAt) {
        static PersonJson of(User user, Profile profile) {
            return new PersonJson(
                    user.id().toString(),
                    user.email().value(),
                    user.emailVerified(),
                    time(user.emailVerifiedAt()),
                    user.name().first().orElse(null),
                    user.name().last().orElse(null),
                    user.name().full(),
                    profile.phone().map(PhoneNumber::value).orElse(null),
                    user.operator(),
                    Json.time(user.createdAt()),
                    Json.time(user.updatedAt()));
        }
    }

    record SaidJson(
            String timezone,
            String locale,
            NotificationsJson notifications,
            @JsonRawValue String preferences) {
        static SaidJson of(Profile profile) {
            return new SaidJson(
                    profile.timezone().getId(),
                    profile.locale().toLanguageTag(),
                    NotificationsJson.of(profile.notifications()),
                    profile.preferences().json());
        }
    }

    record SessionJson(
            String id,
            String createdAt,
            String lastUsedAt,
            String expiresAt,
            String endedAt,
            String ip,
            String userAgent,
            boolean rememberMe,
            boolean secondFactor) {
        static SessionJson of(Session session) {
            return new SessionJson(
                    session.id().toString(),
                    Json.time(session.createdAt()),
                    Json.time(session.lastUsedAt()),
                    Json.time(session.endsUnused()),
                    time(session.endedAt()),
                    session.device().address().orElse(null),
                    session.device().userAgent().orElse(null),
                    session.rememberMe(),
                    session.secondFactor());
        }
    }

    /** @param ip the address, or of IPv6 its first 64 bits */
    record DeviceJson(String ip, String program, String lastSeenAt) {
        static DeviceJson of(KnownDevice device) {
            return new DeviceJson(device.address().value(), device.program(), Json.time(device.lastSeenAt()));
        }
    }

    /** @param totpSince null if no code generator is set up */
    record FactorsJson(String totpSince, int recoveryCodesLeft) {}

    record PasskeyJson(String id, String name, String createdAt, String lastUsedAt) {
        static PasskeyJson of(Passkey passkey) {
            return new PasskeyJson(
                    passkey.id().toString(),
                    passkey.name(),
                    Json.time(passkey.createdAt()),
                    time(passkey.lastUsedAt()));
        }
    }

    record IdentityJson(
            String id,
            String provider,
            String issuer,
            String subject,
            String email,
            String linkedAt,
            String lastUsedAt) {
        static IdentityJson of(LinkedIdentity identity) {
            return new IdentityJson(
                    identity.id().toString(),
                    identity.provider().value(),
                    identity.issuer(),
                    identity.subject(),
                    identity.email().orElse(null),
                    Json.time(identity.linkedAt()),
                    time(identity.lastUsedAt()));
        }
    }

    record KeyJson(String id, String name, String prefix, String tenantId, String createdAt) {
        static KeyJson of(ExportedKey key) {
            return new KeyJson(
                    key.id().toString(),
                    key.name().value(),
                    key.id().prefix(),
                    key.tenant().toString(),
                    Json.time(key.createdAt()));
        }
    }

    /** @param tenantId to whose audit it belongs; null if to the installation's */
    record EventJson(
            String id,
            String at,
            String action,
            String outcome,
            String tenantId,
            String ip,
            String userAgent,
            Map<String, String> data) {
        static EventJson of(AuditEvent event) {
            return new EventJson(
                    event.id().toString(),
                    Json.time(event.at()),
                    event.action().word(),
                    event.outcome().name().toLowerCase(Locale.ROOT),
                    event.tenant().map(tenant -> tenant.id().toString()).orElse(null),
                    event.device().address().orElse(null),
                    event.device().userAgent().orElse(null),
                    event.data());
        }
    }
}
