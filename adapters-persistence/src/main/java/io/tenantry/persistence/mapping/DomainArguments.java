package io.tenantry.persistence.mapping;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.passkey.CredentialId;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.session.RotationSalt;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.social.LinkedIdentityId;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Plan;
import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PhoneNumber;
import io.tenantry.domain.user.Preferences;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.DeliveryError;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookUrl;
import java.lang.reflect.Type;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** Lets statements bind the domain's own types: ids as UUIDs, names as text, digests as bytes, words in lower case. */
public final class DomainArguments implements JdbiPlugin {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        ids(jdbi);
        names(jdbi);
        words(jdbi);
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Long.class, "bigint");
        bind(jdbi, Instant.class, DomainArguments::timestamp);
        bind(jdbi, TokenDigest.class, TokenDigest::bytes);
        bind(jdbi, RotationSalt.class, RotationSalt::bytes);
        bind(jdbi, CredentialVersion.class, CredentialVersion::value);
    }

    private static void ids(Jdbi jdbi) {
        bind(jdbi, TenantId.class, TenantId::value);
        bind(jdbi, UserId.class, UserId::value);
        bind(jdbi, SessionId.class, SessionId::value);
        bind(jdbi, MailId.class, MailId::value);
        bind(jdbi, PasskeyId.class, PasskeyId::value);
        bind(jdbi, LinkedIdentityId.class, LinkedIdentityId::value);
        bind(jdbi, InvitationId.class, InvitationId::value);
        bind(jdbi, ApiKeyId.class, ApiKeyId::value);
        bind(jdbi, WebhookId.class, WebhookId::value);
        bind(jdbi, EventId.class, EventId::value);
    }

    private static void names(Jdbi jdbi) {
        bind(jdbi, TenantName.class, TenantName::value);
        bind(jdbi, Slug.class, Slug::value);
        bind(jdbi, SchemaName.class, SchemaName::value);
        bind(jdbi, HostName.class, HostName::value);
        bind(jdbi, EmailAddress.class, EmailAddress::value);
        bind(jdbi, PhoneNumber.class, PhoneNumber::value);
        bind(jdbi, Locale.class, Locale::toLanguageTag);
        bind(jdbi, Preferences.class, Preferences::json);
        bind(jdbi, AddressBlock.class, AddressBlock::value);
        bind(jdbi, CredentialId.class, CredentialId::base64url);
        bind(jdbi, ProviderName.class, ProviderName::value);
        bind(jdbi, Plan.class, Plan::value);
        bind(jdbi, ApiKeyName.class, ApiKeyName::value);
        bind(jdbi, Scopes.class, Scopes::toString);
        bind(jdbi, WebhookUrl.class, WebhookUrl::value);
    }

    private static void words(Jdbi jdbi) {
        bind(jdbi, Role.class, Role::word);
        bind(jdbi, TenantStatus.class, DomainArguments::word);
        bind(jdbi, InvitationStatus.class, DomainArguments::word);
        bind(jdbi, SessionKind.class, DomainArguments::word);
        bind(jdbi, TokenPurpose.class, DomainArguments::word);
        bind(jdbi, MailKind.class, DomainArguments::word);
        bind(jdbi, Ceremony.Purpose.class, DomainArguments::word);
        bind(jdbi, AuditAction.class, AuditAction::word);
        bind(jdbi, Actor.Kind.class, DomainArguments::word);
        bind(jdbi, AuditEvent.Outcome.class, DomainArguments::word);
        bind(jdbi, EventType.class, EventType::word);
        bind(jdbi, Delivery.Status.class, Delivery.Status::word);
        bind(jdbi, DeliveryError.class, DeliveryError::word);
    }

    /** The constant of an enum that a column's word stands for. */
    public static <E extends Enum<E>> E ofWord(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What is later than any timestamp can be, as {@link Instant#MAX}, is later than all that is kept; or earlier. */
    private static Timestamp timestamp(Instant at) {
        Instant notTooLate = at.isAfter(LATEST) ? LATEST : at;
        return Timestamp.from(notTooLate.isBefore(EARLIEST) ? EARLIEST : notTooLate);
    }

    private static <T> void bind(Jdbi jdbi, Class<T> type, Function<T, Object> column) {
        jdbi.registerArgument(new Bound<>(type, column));
    }

    /** {@code OTHER} leaves the type of a NULL to the statement; so it need not be known here. */
    private record Bound<T>(Class<T> type, Function<T, Object> column) implements ArgumentFactory.Preparable {

        @Override
        public Optional<Function<Object, Argument>> prepare(Type wanted, ConfigRegistry config) {
            return wanted.equals(type) ? Optional.of(this::argument) : Optional.empty();
        }

        private Argument argument(Object value) {
            if (value == null) {
                return new NullArgument(Types.OTHER);
            }
            Object stored = column.apply(type.cast(value));
            return (position, statement, context) -> statement.setObject(position, stored);
        }
    }
}
