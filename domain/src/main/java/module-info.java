/** The model of Tenantry and every port around it. Depends on {@code java.base} alone. */
module io.tenantry.domain {
    exports io.tenantry.domain.admin;
    exports io.tenantry.domain.apikey;
    exports io.tenantry.domain.audit;
    exports io.tenantry.domain.credential;
    exports io.tenantry.domain.failure;
    exports io.tenantry.domain.id;
    exports io.tenantry.domain.idempotency;
    exports io.tenantry.domain.invitation;
    exports io.tenantry.domain.mail;
    exports io.tenantry.domain.machine;
    exports io.tenantry.domain.membership;
    exports io.tenantry.domain.mfa;
    exports io.tenantry.domain.page;
    exports io.tenantry.domain.passkey;
    exports io.tenantry.domain.port;
    exports io.tenantry.domain.session;
    exports io.tenantry.domain.social;
    exports io.tenantry.domain.tenant;
    exports io.tenantry.domain.text;
    exports io.tenantry.domain.throttle;
    exports io.tenantry.domain.user;
    exports io.tenantry.domain.webhook;
}
