package io.tenantry.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookUpsTest {
    private final CountDownLatch answer = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newFixedThreadPool(33);

    @AfterEach
    void end() {
        answer.countDown();
        callers.shutdownNow();
    }

    @Test
    void what_a_name_leads_to_is_told_and_so_is_that_it_leads_nowhere() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        Duration patience = Duration.ofSeconds(10);

        assertThat(new LookUps(host -> new InetAddress[] {here}, patience).resolve("a.example"))
                .containsExactly(here);
        LookUps nowhere = new LookUps(
                host -> {
                    throw new UnknownHostException(host);
                },
                patience);
        assertThatThrownBy(() -> nowhere.resolve("a.example")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void one_that_hangs_is_waited_for_no_longer_than_that() {
        LookUps lookUps = new LookUps(this::hanging, Duration.ofMillis(50));

        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() -> lookUps.resolve("a.example")).isInstanceOf(Reach.NoAnswer.class);
        }
    }

    @Test
    void one_more_than_may_wait_is_refused_at_once() throws Exception {
        LookUps lookUps = new LookUps(this::hanging, Duration.ofMinutes(1));
        CompletionService<Boolean> outcomes = new ExecutorCompletionService<>(callers);
        for (int i = 0; i < 33; i++) {
            outcomes.submit(() -> isAnswered(lookUps));
        }

        assertThat(outcomes.take().get()).isFalse();
        answer.countDown();
        for (int i = 0; i < 32; i++) {
            assertThat(outcomes.take().get()).isTrue();
        }
    }

    private static boolean isAnswered(LookUps lookUps) throws UnknownHostException {
        try {
            return lookUps.resolve("a.example").length == 0;
        } catch (Reach.NoAnswer refused) {
            return false;
        }
    }

    private InetAddress[] hanging(String host) throws UnknownHostException {
        try {
            assertThat(answer.await(1, TimeUnit.MINUTES)).isTrue();
            return new InetAddress[0];
        } catch (InterruptedException stopped) {
            throw new UnknownHostException(host);
        }
    }
}
