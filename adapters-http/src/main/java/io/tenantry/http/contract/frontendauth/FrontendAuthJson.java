package io.tenantry.http.contract.frontendauth;

/** The answers of the frontend-auth contract. */
final class FrontendAuthJson {
    private FrontendAuthJson() {}

    record MessageJson(String message) {}

    record RegisteredJson(String message, String userId) {}

    /** @param redirect where the front end goes next */
    record VerifiedJson(String message, String redirect) {}
}
