package io.tenantry.domain.credential;

/**
 * A password made fit to be kept: how, only the maker of {@link Credentials} knows. Opaque to the core, bound to the
 * {@code Credentials} that made it.
 */
public interface SealedPassword {}
