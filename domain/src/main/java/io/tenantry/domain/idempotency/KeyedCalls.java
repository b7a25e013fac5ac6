package io.tenantry.domain.idempotency;

import io.tenantry.domain.port.DrivenPort;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Calls that are to make something once, and what the first of each was answered. Neither caller, key nor body can be read in the
 * store; an answer only by who has all of the call and is no stranger to the installation's secret.
 */
@DrivenPort
public interface KeyedCalls {

    /** Notes a try; false, and nothing done, if there was one before by this caller at this operation under this key, of whatever body. */
    boolean begin(Attempt attempt);

    /** What is known of the first such call, of whatever body. */
    Optional<FirstCall> find(KeyedCall call);

    /** The same, held until the transaction ends. Empty also while another holds it, or is just making it: nobody waits. */
    Optional<FirstCall> hold(KeyedCall call);

    /** Puts a try in the place of the one before, which is held, and of all that is known of it. */
    void beginAgain(Attempt attempt);

    /** Does the work of a try, which {@link #made} tells of on this thread. Outside of transactions, and of the work of another try. */
    <T> T during(Attempt attempt, Supplier<T> work);

    /**
     * Notes, in the transaction that makes it, that what the call asked for is made; if this thread is at work for one.
     *
     * @throws io.tenantry.domain.failure.RequestUnderWay if another try has taken over: then this one must make nothing
     */
    void made();

    /** Keeps the answer of a try; not if another has taken over. */
    void keep(Attempt attempt, String answer);

    /** Forgets a try that came to nothing, so that its key is free. Not one that has made something, or was taken over. */
    void giveUp(Attempt attempt);

    /**
     * Removes those that expired before.
     *
     * @return how many, {@code limit} at most
     */
    int removeExpired(Instant before, int limit);
}
