package io.tenantry.application;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs work on several threads at once. */
public final class InParallel {

    private static final int PATIENCE_SECONDS = 60;

    private InParallel() {}

    /** What each of {@code threads} runs, begun at the same moment, returned or threw. */
    public static List<Object> outcomes(int threads, IntFunction<?> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Callable<Object>> runs = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            runs.add(() -> {
                start.await(PATIENCE_SECONDS, SECONDS);
                return outcome(work, number);
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> run : pool.invokeAll(runs, PATIENCE_SECONDS, SECONDS)) {
                outcomes.add(run.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Object outcome(IntFunction<?> work, int number) {
        try {
            return work.apply(number);
        } catch (RuntimeException refusal) {
            return refusal;
        }
    }
}
