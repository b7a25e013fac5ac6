package io.tenantry.domain.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * What became of it when a tenant's audit was verified.
 *
 * @param events how many were verified
 * @param unchained how many stand beside the chain: written before there was one, or by a release that knew none
 * @param broken why it does not hold, at the first event where it does not; empty if it holds
 * @param head digest of the last event, in hexadecimal; to be kept elsewhere by who wants to be sure that the end of it was not
 *     cut off
 */
public record AuditChain(long events, long unchained, Optional<Break> broken, String head) {

    /**
     * @param position of the event in the chain, from 1 on
     * @param event its id, if it is there
     */
    public record Break(long position, Optional<UUID> event, Reason reason) {}

    /** What is wrong. */
    public enum Reason {
        CHANGED,
        MISSING
    }
}
