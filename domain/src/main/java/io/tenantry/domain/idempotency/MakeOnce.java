package io.tenantry.domain.idempotency;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes something once, however often it is asked for under one key within 24 hours: by the same caller, at the same operation, with
 * the same body. What was refused made nothing: it is not kept, and may be tried again under its key.
 */
@DrivingPort
public interface MakeOnce {

    /** An answer that is longer, in characters, is not kept. */
    int LONGEST_ANSWER = 64 * 1024;

    /**
     * @param making calls the use case that makes it, outside of transactions and on this thread, and tells the answer; what it throws is
     *     thrown on
     * @throws io.tenantry.domain.failure.IdempotencyKeyReused if the key came with another body before
     * @throws io.tenantry.domain.failure.RequestUnderWay while the first call is not answered yet
     * @throws io.tenantry.domain.failure.AnswerLost if the first made it, and its answer could not be kept
     * @throws io.tenantry.domain.failure.Throttled if there are too many such calls
     * @throws io.tenantry.domain.failure.DomainFailure if who calls has lost the right, as whoever has none is refused in that tenant
     */
    Answer make(Command command, Supplier<String> making);

    /**
     * @param by empty if who calls has not said who they are: then only who knows key and body gets an answer again
     * @param operation what is called: no two have the same
     * @param body of what was sent
     * @param right what who calls must still have to be answered again; empty where being that caller is enough
     */
    record Command(
            Optional<TenantCaller> by,
            String operation,
            IdempotencyKey key,
            TokenDigest body,
            Optional<Right> right,
            Device device) {

        public KeyedCall call() {
            return new KeyedCall(by.map(Command::spelled).orElse("anonymous"), operation, key, body);
        }

        private static String spelled(TenantCaller caller) {
            return caller instanceof KeyPrincipal key ? "key " + key.key() : "user " + caller.user();
        }
    }

    /** What one may do in a tenant. */
    record Right(TenantId tenant, Permission permission) {}

    /** @param repeated whether it is that of an earlier call */
    record Answer(String text, boolean repeated) {

        @Override
        public String toString() {
            return "Answer[repeated=" + repeated + "]";
        }
    }
}
