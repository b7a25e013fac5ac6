package io.tenantry.domain.session;

import io.tenantry.domain.throttle.AddressBlock;
import java.time.Instant;

/**
 * From where, and by what, a user has signed in.
 *
 * @param program as {@link Device#program()} names it
 */
public record KnownDevice(AddressBlock address, String program, Instant lastSeenAt) {}
