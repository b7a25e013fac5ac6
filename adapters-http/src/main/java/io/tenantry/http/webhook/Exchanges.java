package io.tenantry.http.webhook;

import io.tenantry.domain.webhook.Attempt;
import io.tenantry.domain.webhook.DeliveryError;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/** One request and its answer at a time, each on a connection of its own, and cut when it takes too long. */
final class Exchanges implements AutoCloseable {
    private static final Timeout CONNECTING = Timeout.ofSeconds(3);

    /** Of an answer's body: nothing depends on it. */
    private static final int MOST_READ = 4096;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Exchanges::daemon);
    private final Set<Runnable> underWay = ConcurrentHashMap.newKeySet();
    private final Duration longest;

    /** @param longest that one may take, from connecting to the end of what is read */
    Exchanges(Duration longest) {
        this.longest = longest;
    }

    Attempt run(HttpPost request, List<InetAddress> addresses) {
        PoolingHttpClientConnectionManager connections = connections(addresses);
        AtomicBoolean over = new AtomicBoolean();
        Runnable cut = () -> {
            over.set(true);
            request.cancel();
            connections.close(CloseMode.IMMEDIATE);
        };
        underWay.add(cut);
        Future<?> end = watch.schedule(cut, longest.toMillis(), TimeUnit.MILLISECONDS);
        CloseableHttpClient client = client(connections);
        try {
            return exchange(client, request);
        } catch (IOException | IllegalStateException failed) {
            return Attempt.failed(over.get() ? DeliveryError.TIMEOUT : error(failed));
        } finally {
            end.cancel(false);
            underWay.remove(cut);
            client.close(CloseMode.IMMEDIATE);
        }
    }

    /** Of the body little is read. The answer ends with its connection, for to close it would be to read all of it. */
    private static Attempt exchange(CloseableHttpClient client, HttpPost request) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            skim(entity);
        }
        return Attempt.answered(response.getCode());
    }

    private static void skim(HttpEntity entity) throws IOException {
        InputStream body = entity.getContent();
        if (body != null) {
            body.readNBytes(MOST_READ);
        }
    }

    private PoolingHttpClientConnectionManager connections(List<InetAddress> addresses) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new PinnedNames(addresses))
                .setTlsSocketStrategy(Tls.STRATEGY)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECTING)
                        .setSocketTimeout(Timeout.of(longest))
                        .build())
                .build();
    }

    /** Without the settings of the environment, of which proxies are some. */
    private CloseableHttpClient client(PoolingHttpClientConnectionManager connections) {
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(longest))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static DeliveryError error(Exception failed) {
        if (failed instanceof SocketTimeoutException) {
            return DeliveryError.TIMEOUT;
        }
        if (failed instanceof SSLException) {
            return DeliveryError.TLS;
        }
        return failed instanceof NoHttpResponseException || failed.getCause() instanceof HttpException
                ? DeliveryError.PROTOCOL
                : DeliveryError.UNREACHABLE;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tenantry-webhook-watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Cuts what is under way; none begins any more. */
    @Override
    public void close() {
        watch.shutdownNow();
        underWay.forEach(Runnable::run);
    }

    /** Made when it is first needed: to read the certificates that are trusted takes a while. */
    private static final class Tls {
        static final TlsSocketStrategy STRATEGY = new DefaultClientTlsStrategy(SSLContexts.createDefault());
    }
}
