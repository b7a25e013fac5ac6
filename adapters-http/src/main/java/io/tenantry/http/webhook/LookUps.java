package io.tenantry.http.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up on threads of its own, for nothing ends a look-up that hangs: so few threads hang with it, and nobody waits for long.
 * Safe for use by several threads.
 */
final class LookUps implements Reach.Names {
    private static final int THREADS = 8;

    /** With those under way as many as events are sent at once. */
    private static final int WAITING = 24;

    private static final long IDLE_SECONDS = 10;

    private final Reach.Names names;
    private final Duration patience;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), LookUps::daemon);

    /** @param patience how long one may take, waiting for a thread included */
    LookUps(Reach.Names names, Duration patience) {
        this.names = names;
        this.patience = patience;
        threads.allowCoreThreadTimeOut(true);
    }

    /** @throws Reach.NoAnswer if it takes too long, or too many are looked up */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        FutureTask<InetAddress[]> lookUp = new FutureTask<>(() -> names.resolve(host));
        try {
            threads.execute(lookUp);
            return lookUp.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException late) {
            throw new Reach.NoAnswer(late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Reach.NoAnswer(stopped);
        } catch (ExecutionException failed) {
            throw cause(failed);
        } finally {
            lookUp.cancel(true);
            threads.remove(lookUp);
        }
    }

    private static UnknownHostException cause(ExecutionException failed) {
        if (failed.getCause() instanceof UnknownHostException nowhere) {
            return nowhere;
        }
        throw new IllegalStateException(failed.getCause());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tenantry-webhook-names");
        thread.setDaemon(true);
        return thread;
    }
}
