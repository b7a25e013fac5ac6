package io.tenantry.application.inmemory;

import io.tenantry.domain.failure.RequestUnderWay;
import io.tenantry.domain.idempotency.Attempt;
import io.tenantry.domain.idempotency.FirstCall;
import io.tenantry.domain.idempotency.IdempotencyKey;
import io.tenantry.domain.idempotency.KeyedCall;
import io.tenantry.domain.idempotency.KeyedCalls;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

final class InMemoryKeyedCalls implements KeyedCalls {

    /** By what a call is known again. */
    private record Name(String caller, String operation, IdempotencyKey key) {

        static Name of(KeyedCall call) {
            return new Name(call.caller(), call.operation(), call.key());
        }
    }

    private record Row(Attempt attempt, boolean made, Optional<String> answer) {}

    private final InMemoryTransactions transactions;
    private final InMemoryRows<Name, Row> rows;

    // One for each world, of which several may be in one JVM. Removed at every end.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Attempt> atWork = new ThreadLocal<>();

    InMemoryKeyedCalls(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public boolean begin(Attempt attempt) {
        return rows.add(Name.of(attempt.call()), begun(attempt));
    }

    @Override
    public Optional<FirstCall> find(KeyedCall call) {
        return rows.find(Name.of(call)).map(row -> first(row, call));
    }

    @Override
    public Optional<FirstCall> hold(KeyedCall call) {
        return find(call);
    }

    @Override
    public void beginAgain(Attempt attempt) {
        rows.put(Name.of(attempt.call()), begun(attempt));
    }

    @Override
    public <T> T during(Attempt attempt, Supplier<T> work) {
        transactions.requireNone();
        if (atWork.get() != null) {
            throw new IllegalStateException("this thread is at work for a call already");
        }
        atWork.set(attempt);
        try {
            return work.get();
        } finally {
            atWork.remove();
        }
    }

    @Override
    public void made() {
        Attempt attempt = atWork.get();
        if (attempt != null) {
            Row row = own(attempt).orElseThrow(RequestUnderWay::new);
            rows.put(Name.of(attempt.call()), new Row(attempt, true, row.answer()));
        }
    }

    @Override
    public void keep(Attempt attempt, String answer) {
        own(attempt).ifPresent(row -> rows.put(Name.of(attempt.call()), new Row(attempt, true, Optional.of(answer))));
    }

    @Override
    public void giveUp(Attempt attempt) {
        own(attempt).filter(Predicate.not(Row::made)).ifPresent(row -> rows.remove(Name.of(attempt.call())));
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return rows.removeFirst(limit, row -> row.attempt().expiresAt().isBefore(before));
    }

    private Optional<Row> own(Attempt attempt) {
        return rows.find(Name.of(attempt.call()))
                .filter(row -> row.attempt().id().equals(attempt.id()));
    }

    private static Row begun(Attempt attempt) {
        return new Row(attempt, false, Optional.empty());
    }

    private static FirstCall first(Row row, KeyedCall asked) {
        Attempt attempt = row.attempt();
        boolean sameBody = attempt.call().body().equals(asked.body());
        return new FirstCall(
                sameBody,
                row.made(),
                attempt.leaseEndsAt(),
                attempt.expiresAt(),
                row.answer().filter(answer -> sameBody));
    }
}
