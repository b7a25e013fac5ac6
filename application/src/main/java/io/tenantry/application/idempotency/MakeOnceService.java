package io.tenantry.application.idempotency;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.application.throttle.KeyedCallLimits;
import io.tenantry.domain.failure.IdempotencyKeyReused;
import io.tenantry.domain.failure.RequestUnderWay;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.idempotency.Attempt;
import io.tenantry.domain.idempotency.FirstCall;
import io.tenantry.domain.idempotency.KeyedCalls;
import io.tenantry.domain.idempotency.MakeOnce;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.TenantCaller;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A try is noted before anything is made, that it was made in the transaction that makes it, and the answer after it. So nothing is
 * made twice, wherever the process dies; at worst its answer is lost.
 */
final class MakeOnceService implements MakeOnce {

    private final Transactions transactions;
    private final KeyedCalls calls;
    private final TenantAccess access;
    private final KeyedCallLimits limits;
    private final InstantSource clock;
    private final RandomGenerator random;

    MakeOnceService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.calls = ports.keyedCalls();
        this.access = new TenantAccess(ports);
        this.limits = new KeyedCallLimits(ports, policies, clock);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Answer make(Command command, Supplier<String> making) {
        Attempt attempt = Attempt.at(command.call(), clock.instant(), random);
        return noted(attempt, command)
                .map(kept -> again(command, kept))
                .orElseGet(() -> new Answer(tried(attempt, making), false));
    }

    /** Who guesses at what another sent is counted as who sends something new is. */
    private Optional<String> noted(Attempt attempt, Command command) {
        try {
            return transactions.outsideTenants(() -> answered(attempt, command));
        } catch (IdempotencyKeyReused guess) {
            inTransaction(() -> count(command));
            throw guess;
        }
    }

    private void count(Command command) {
        limits.count(command.by().map(TenantCaller::user), command.device());
    }

    /** To who may still have it: what was answered may open more than they may by now. */
    private Answer again(Command command, String kept) {
        command.right().ifPresent(right -> requireStill(command.by().orElseThrow(), right));
        return new Answer(kept, true);
    }

    private void requireStill(TenantCaller by, Right right) {
        transactions.inTenant(right.tenant(), () -> access.require(by, right.tenant(), right.permission()));
    }

    /** What was answered before; empty if the try is noted, and now ours to do. */
    private Optional<String> answered(Attempt attempt, Command command) {
        Optional<String> kept = calls.begin(attempt) ? Optional.empty() : answeredBefore(attempt);
        if (kept.isEmpty()) {
            count(command);
        }
        return kept;
    }

    /** Nothing is held to give an answer again, or to say that there is none yet. */
    private Optional<String> answeredBefore(Attempt attempt) {
        Optional<String> kept = answer(calls.find(attempt.call()));
        return kept.isPresent() ? kept : takenOver(attempt);
    }

    private Optional<String> takenOver(Attempt attempt) {
        Optional<String> kept = answer(calls.hold(attempt.call()));
        if (kept.isEmpty()) {
            calls.beginAgain(attempt);
        }
        return kept;
    }

    /** None is there if the one before was given up just now, or another is about to take it over. */
    private Optional<String> answer(Optional<FirstCall> first) {
        return first.orElseThrow(RequestUnderWay::new).answerAt(clock.instant());
    }

    private String tried(Attempt attempt, Supplier<String> making) {
        String answer;
        try {
            answer = calls.during(attempt, making);
        } catch (RuntimeException | Error failed) {
            giveUp(attempt, failed);
            throw failed;
        }
        keep(attempt, answer);
        return answer;
    }

    /** Where it cannot be given up its lease ends, and what was made is known. */
    private void giveUp(Attempt attempt, Throwable why) {
        try {
            inTransaction(() -> calls.giveUp(attempt));
        } catch (RuntimeException alsoFailed) {
            why.addSuppressed(alsoFailed);
        }
    }

    /** What is made is answered, also if the answer cannot be kept: whoever repeats the call hears that it was lost. */
    private void keep(Attempt attempt, String answer) {
        if (answer.length() > LONGEST_ANSWER) {
            return;
        }
        try {
            inTransaction(() -> calls.keep(attempt, answer));
        } catch (Unavailable notKept) {
            // The caller needs what was made, not our trouble.
            return;
        }
    }

    private void inTransaction(Runnable work) {
        transactions.outsideTenants(() -> {
            work.run();
            return true;
        });
    }
}
