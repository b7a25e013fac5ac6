package io.tenantry.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Twenty at once. */
class ParallelTest {
    private static final int CALLERS = 20;

    private final TestServer server = TestServer.start();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void stop() {
        callers.shutdownNow();
        server.close();
    }

    @Test
    void of_twenty_registrations_of_one_email_one_succeeds() throws Exception {
        String email = People.newEmail();
        List<Integer> statuses = statuses(
                number -> server.client().post("/api/tenants/register", """
                        {"name":"Company %d","email":"%s","password":"%s"}""".formatted(number, email, People.PASSWORD)));
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(CALLERS - 1);
    }

    @Test
    void of_twenty_registrations_of_one_slug_one_succeeds() throws Exception {
        List<Integer> statuses =
                statuses(number -> server.client().post("/api/auth/register", """
                        {"tenantName":"Company","tenantSlug":"wanted","userFullName":"John Doe",
                        "userEmail":"john%d@example.org","userPassword":"%s"}""".formatted(number, People.PASSWORD)));
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(CALLERS - 1);
    }

    @Test
    void twenty_correct_sign_ins_succeed() throws Exception {
        String credentials = People.credentials(People.owner(server), People.PASSWORD);
        List<Integer> statuses = statuses(number -> server.client().post("/api/auth/login", credentials));
        assertThat(statuses).hasSize(CALLERS).containsOnly(200);
    }

    @Test
    void R9700_twenty_uses_of_one_refresh_token_have_one_successor() throws Exception {
        String token = People.signIn(server, People.owner(server)).at("/refreshToken");
        List<Reply> replies = atOnce(number ->
                server.client().post("/api/v1/session/refresh", "{\"refreshToken\":\"%s\"}".formatted(token)));
        assertThat(replies.stream().map(reply -> reply.at("/refreshToken")).distinct())
                .hasSize(1);
    }

    @Test
    void R_E10_of_twenty_who_accept_one_invitation_at_once_one_joins() throws Exception {
        Person owner = Person.owner(server);
        server.client().get("/api/auth/verify?token=" + People.mailedToken(server, owner.email()));
        String email = People.newEmail();
        owner.post("/api/v1/tenants/" + owner.me().at("/tenant/id") + "/invitations", """
                {"email":"%s","role":"member"}""".formatted(email));
        String token = People.mailedToken(server, email);
        List<Integer> statuses = statuses(
                number -> server.client().post("/api/v1/invitations/accept", """
                {"token":"%s","password":"%s"}""".formatted(token, People.PASSWORD)));
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 400) + Collections.frequency(statuses, 409))
                .isEqualTo(CALLERS - 1);
        assertThat(owner.get("/api/v1/tenants/" + owner.me().at("/tenant/id") + "/members")
                        .json()
                        .get("items"))
                .hasSize(2);
    }

    private List<Integer> statuses(IntFunction<Reply> call) throws Exception {
        return atOnce(call).stream().map(Reply::status).toList();
    }

    private List<Reply> atOnce(IntFunction<Reply> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Reply>> pending = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int number = i;
            pending.add(callers.submit(() -> {
                start.await();
                return call.apply(number);
            }));
        }
        start.countDown();
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> reply : pending) {
            replies.add(reply.get());
        }
        return replies;
    }
}
