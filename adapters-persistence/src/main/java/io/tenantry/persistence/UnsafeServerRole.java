package io.tenantry.persistence;

/** The server's connections belong to a role that row-level security does not bind: tenants would not be walled off. */
public final class UnsafeServerRole extends RuntimeException {

    UnsafeServerRole(String message) {
        super(message);
    }
}
