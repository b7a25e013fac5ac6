package io.tenantry.http.social;

import com.nimbusds.jose.KeySourceException;
import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.http.wire.FaultLog;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The calls to one provider: so many at once and no more, so that one that hangs never holds every thread of the server.
 * Thread-safe.
 */
final class ProviderCalls {

    static final int PLACES = 16;

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final HttpClient http;
    private final Duration patience;
    private final Semaphore places = new Semaphore(PLACES);

    /** @param patience how long one call may take */
    ProviderCalls(HttpClient http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    /**
     * @throws Unavailable if it does not answer, or too many wait for it already
     * @throws SocialSignInFailed if what it says is not what it should be
     */
    <T> T call(Asking<T> asking) {
        if (!places.tryAcquire()) {
            throw new Unavailable(RETRY);
        }
        try {
            return asking.ask(new ProviderCall(http, patience));
        } catch (DomainFailure refused) {
            throw refused;
        } catch (IOException | KeySourceException noAnswer) {
            throw new Unavailable(RETRY, noAnswer);
        } catch (Exception oddAnswer) {
            FaultLog.warn("a provider of identities answered what does not hold", oddAnswer);
            throw new SocialSignInFailed();
        } finally {
            places.release();
        }
    }

    /** What is asked. Whatever it throws beside those two, the library found wrong with the provider's words. */
    interface Asking<T> {
        T ask(ProviderCall call) throws Exception;
    }
}
