package io.tenantry.domain.contract;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs work on several threads at once. What one of them throws is thrown here. */
final class InParallel {

    private static final int PATIENCE_SECONDS = 60;

    private InParallel() {}

    /** The results of {@code threads} runs that all begin at the same moment. */
    static <T> List<T> run(int threads, IntFunction<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Callable<T>> runs = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            runs.add(() -> {
                start.await(PATIENCE_SECONDS, SECONDS);
                return work.apply(number);
            });
        }
        return all(runs);
    }

    /**
     * Shows that {@code second} waits while {@code first} is in the midst of its work.
     *
     * @param first does its work, calling what it is given in the midst of it
     * @return the result of {@code second}
     */
    static <T> T secondWaits(Work first, Callable<T> second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch midst = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<?> one = threads.submit(() -> {
                first.run(() -> pause(midst, goOn));
                return null;
            });
            midst.await(PATIENCE_SECONDS, SECONDS);
            Future<T> two = threads.submit(second);
            boolean waited = waits(two);
            goOn.countDown();
            one.get(PATIENCE_SECONDS, SECONDS);
            T result = two.get(PATIENCE_SECONDS, SECONDS);
            if (!waited) {
                throw new AssertionError("the second did not wait for the first");
            }
            return result;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> all(List<Callable<T>> runs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(runs.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> run : threads.invokeAll(runs, PATIENCE_SECONDS, SECONDS)) {
                results.add(run.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void pause(CountDownLatch midst, CountDownLatch goOn) {
        midst.countDown();
        try {
            if (!goOn.await(PATIENCE_SECONDS, SECONDS)) {
                throw new AssertionError("nobody let the first go on");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static boolean waits(Future<?> run) throws ExecutionException, InterruptedException {
        try {
            run.get(200, MILLISECONDS);
            return false;
        } catch (TimeoutException stillWaiting) {
            return true;
        }
    }

    /** Work with a midst. */
    interface Work {

        void run(Runnable inTheMidst);
    }
}
