package io.tenantry.bench;

import io.tenantry.application.ApiKeyPorts;
import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.apikey.ApiKeyServices;
import io.tenantry.application.inmemory.InMemoryTenantry;
import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.QuotaUse;
import io.tenantry.domain.apikey.VerifyApiKey;
import io.tenantry.domain.session.Device;
import io.tenantry.persistence.ConnectionPools;
import io.tenantry.persistence.EncryptionSecret;
import io.tenantry.persistence.PostgresPersistence;
import java.lang.reflect.RecordComponent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What counting adds to a verification: the same use case on the same rows, once with counting and once without, in turn. */
final class CountingBench {

    private static final int ROUNDS = 7;
    private static final int CALLS = 2_000_000;
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private CountingBench() {}

    /** @return microseconds that counting adds to each verification */
    static double microseconds(String databaseUrl, String[] keys) {
        try (var pool = ConnectionPools.pool(databaseUrl, 4);
                PostgresPersistence persistence = PostgresPersistence.on(pool)
                        .secret(EncryptionSecret.ofBase64(SECRET), List.of())
                        .open()) {
            var writer = Executors.newSingleThreadScheduledExecutor();
            writer.scheduleWithFixedDelay(
                    () -> persistence.keys().uses().write(Instant.now()), 1, 1, TimeUnit.SECONDS);
            double added = added(
                    () -> nanoseconds(verify(persistence, persistence.keys().uses()), keys),
                    () -> nanoseconds(verify(persistence, new Uncounted()), keys));
            writer.shutdownNow();
            return added / 1_000;
        }
    }

    private static double added(Supplier<Double> counted, Supplier<Double> uncounted) {
        double[] added = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            double difference = counted.get() - uncounted.get();
            if (round >= 0) {
                added[round] = difference;
            }
        }
        return Report.median(added);
    }

    private static double nanoseconds(VerifyApiKey verify, String[] keys) {
        VerifyApiKey.Command[] commands = Arrays.stream(keys)
                .map(key -> new VerifyApiKey.Command(key, Optional.empty(), 1, Device.UNKNOWN))
                .toArray(VerifyApiKey.Command[]::new);
        long start = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            if (!(verify.verify(commands[call % commands.length]) instanceof VerifyApiKey.Valid)) {
                throw new IllegalStateException("refused");
            }
        }
        return (System.nanoTime() - start) / (double) CALLS;
    }

    private static VerifyApiKey verify(PostgresPersistence persistence, KeyUses uses) {
        ApiKeyPorts keys = new ApiKeyPorts(
                persistence.keys().keys(),
                persistence.keys().known(),
                uses,
                persistence.keys().guesses(),
                persistence.keys().quotaNotices(),
                persistence.keys().revokedTokens());
        return ApiKeyServices.of(with(keys), Policies.STANDARD, Clock.systemUTC(), new SecureRandom())
                .verifyApiKey();
    }

    /** All else is in memory, and not asked. */
    private static DrivenPorts with(ApiKeyPorts keys) {
        RecordComponent[] parts = DrivenPorts.class.getRecordComponents();
        DrivenPorts others = InMemoryTenantry.start().ports();
        try {
            Object[] ports = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                boolean ours = parts[i].getType() == ApiKeyPorts.class;
                ports[i] = ours ? keys : parts[i].getAccessor().invoke(others);
            }
            Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return DrivenPorts.class.getDeclaredConstructor(types).newInstance(ports);
        } catch (ReflectiveOperationException recordsCanBeRebuilt) {
            throw new IllegalStateException(recordsCanBeRebuilt);
        }
    }

    private static final class Uncounted implements KeyUses {

        @Override
        public Admission admit(KnownKey key, boolean previousSecret, long units, Instant now) {
            return new Admission(true, 0);
        }

        @Override
        public List<QuotaUse> write(Instant now) {
            return List.of();
        }
    }
}
