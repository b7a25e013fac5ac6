package io.tenantry.metrics;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.mail.DeliverMail.Delivered;
import io.tenantry.domain.mail.Outbox.Backlog;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What the server measures of itself, for Prometheus. No name or value holds anything that a caller typed. Thread-safe. */
public final class Metrics implements AutoCloseable {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Above and below what a page may take, and around what a hash takes. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbage.bindTo(registry);
        backlog("waiting", waiting, "Mails that wait to be sent.");
        backlog("given_up", givenUp, "Mails that could not be sent, and are kept to be looked at.");
        delivered(new Delivered(0, 0, 0));
    }

    /** All of it as text (Prometheus text format 0.0.4). */
    public String text() {
        return registry.scrape();
    }

    /** Measures a pool of connections, as long as it is open. */
    public void pool(HikariDataSource pool) {
        pool.setMetricRegistry(registry);
    }

    /** @param route the pattern of the route, never the path that was asked for */
    public void answered(String method, String route, int status, Duration took) {
        Timer.builder("http.server.requests")
                .description("Requests that were answered.")
                .tags("method", METHODS.contains(method) ? method : "other")
                .tags("route", route, "status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    public void delivered(Delivered delivered) {
        mails("sent", delivered.sent());
        mails("postponed", delivered.postponed());
        mails("given_up", delivered.givenUp());
    }

    public void backlog(Backlog backlog) {
        waiting.set(backlog.waiting());
        givenUp.set(backlog.givenUp());
    }

    public void happened(AuditEvent event) {
        String outcome = event.outcome().name().toLowerCase(Locale.ROOT);
        registry.counter(
                        "tenantry.security.events",
                        Tags.of("event", event.action().word(), "outcome", outcome))
                .increment();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }

    private void mails(String outcome, int count) {
        registry.counter("tenantry.mails", "outcome", outcome).increment(count);
    }

    private void backlog(String state, AtomicLong value, String description) {
        Gauge.builder("tenantry.mails.backlog", value, AtomicLong::get)
                .tag("state", state)
                .description(description)
                .register((MeterRegistry) registry);
    }
}
