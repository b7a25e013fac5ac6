package io.tenantry.http.api.apikey;

import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.VerifyApiKey;
import io.tenantry.domain.tenant.Tenant;
import java.util.List;

/** What a gateway hears of a key. */
sealed interface VerdictJson {

    static VerdictJson of(VerifyApiKey.Verdict verdict) {
        return verdict instanceof VerifyApiKey.Valid valid
                ? ValidJson.of(valid)
                : new InvalidJson(
                        false, ((VerifyApiKey.Invalid) verdict).reason().word());
    }

    /** It is good. */
    record ValidJson(boolean valid, String keyId, String name, List<String> scopes, TenantJson tenant, QuotaJson quota)
            implements VerdictJson {
        static ValidJson of(VerifyApiKey.Valid valid) {
            return new ValidJson(
                    true,
                    valid.key().id().toString(),
                    valid.key().name().value(),
                    valid.scopes().values().stream().map(Scope::value).toList(),
                    TenantJson.of(valid.tenant()),
                    QuotaJson.of(valid.tenant().quotaLimit(), valid.used()));
        }
    }

    /** It is not; why, in a word. */
    record InvalidJson(boolean valid, String reason) implements VerdictJson {}

    /** Whose it is. */
    record TenantJson(String id, long number, String name, String slug) {
        static TenantJson of(Tenant tenant) {
            return new TenantJson(
                    tenant.id().toString(),
                    tenant.number(),
                    tenant.name().value(),
                    tenant.slug().value());
        }
    }

    /** Units of the tenant in this month. */
    record QuotaJson(long limit, long used, long remaining) {
        static QuotaJson of(long limit, long used) {
            return new QuotaJson(limit, used, Math.max(0, limit - used));
        }
    }
}
