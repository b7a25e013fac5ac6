package io.tenantry.http.api.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.http.Company;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who comes with the token of an invitation, and how it stands then: what each gets. */
class InvitationStatesTest {
    private static TestServer server;

    private final Company company = Sent.company(server);

    /** Who comes, and what they get while the invitation is open. */
    private enum Visitor {
        NEWCOMER(200, ""),
        SIGNED_IN(200, ""),
        SIGNED_OUT(409, "account_exists"),
        SOMEBODY_ELSE(403, "wrong_account");

        private final int status;
        private final String code;

        Visitor(int status, String code) {
            this.status = status;
            this.code = code;
        }

        boolean hasAccount() {
            return this == SIGNED_IN || this == SIGNED_OUT;
        }
    }

    /** How the invitation stands, and what the list says of it. */
    private enum State {
        PENDING(true, "pending"),
        RESENT(true, "pending"),
        EXPIRED_AND_RESENT(true, "pending"),
        WITH_THE_TOKEN_BEFORE(false, "pending"),
        ACCEPTED(false, "accepted"),
        DECLINED(false, "declined"),
        REVOKED(false, "revoked"),
        EXPIRED(false, "expired");

        private final boolean open;
        private final String word;

        State(boolean open, String word) {
            this.open = open;
            this.word = word;
        }
    }

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> everybodyAtEveryState() {
        return Arrays.stream(Visitor.values())
                .flatMap(visitor -> Arrays.stream(State.values()).map(state -> Arguments.of(visitor, state)));
    }

    @ParameterizedTest
    @MethodSource("everybodyAtEveryState")
    void whether_one_may_join_is_told_by_who_comes_and_how_the_invitation_stands(Visitor visitor, State state) {
        String email = visitor.hasAccount() ? People.verified(server) : People.newEmail();
        Sent sent = brought(Sent.to(company, email), state);
        Reply reply = accepted(sent, visitor);
        assertThat(reply.status()).isEqualTo(state.open ? visitor.status : 400);
        assertThat(reply.json().path("code").asText()).isEqualTo(state.open ? visitor.code : "invalid_token");
        boolean joined = reply.status() == 200 || state == State.ACCEPTED;
        assertThat(isMember(email)).isEqualTo(joined);
        assertThat(status(sent)).isEqualTo(joined ? "accepted" : state.word);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void what_is_open_can_be_looked_at_and_declined(State state) {
        Sent sent = brought(Sent.to(company, People.newEmail()), state);
        Reply preview = sent.preview();
        assertThat(preview.status()).isEqualTo(state.open ? 200 : 400);
        assertThat(status(sent)).isEqualTo(state.word);
        Reply declined = sent.decline();
        assertThat(declined.status()).isEqualTo(state.open ? 204 : 400);
        assertThat(status(sent)).isEqualTo(state.open ? "declined" : state.word);
        assertThat(sent.acceptedByNewcomer().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void what_was_decided_is_not_sent_again_nor_taken_back(State state) {
        Sent sent = brought(Sent.to(company, People.newEmail()), state);
        boolean decided = state == State.ACCEPTED || state == State.DECLINED;
        Person owner = company.owner().again();
        assertThat(sent.resentBy(owner).status()).isEqualTo(decided || state == State.REVOKED ? 409 : 200);
        Reply revoked = sent.revokedBy(owner);
        assertThat(revoked.status()).isEqualTo(decided ? 409 : 200);
        assertThat(status(sent)).isEqualTo(decided ? state.word : "revoked");
    }

    private Sent brought(Sent sent, State state) {
        switch (state) {
            case PENDING -> {}
            case ACCEPTED -> assertThat(acceptedByItsUser(sent).status()).isEqualTo(200);
            case DECLINED -> sent.decline();
            case REVOKED -> sent.revokedBy(company.owner());
            case EXPIRED -> server.tenantry().clock().advance(Invitation.LIFETIME);
            case EXPIRED_AND_RESENT -> {
                server.tenantry().clock().advance(Invitation.LIFETIME);
                sent.resentBy(company.owner().again());
                return sent.renewed();
            }
            case RESENT -> {
                sent.resentBy(company.owner());
                return sent.renewed();
            }
            case WITH_THE_TOKEN_BEFORE -> sent.resentBy(company.owner());
        }
        return sent;
    }

    private Reply acceptedByItsUser(Sent sent) {
        boolean known = sent.preview().json().get("accountExists").asBoolean();
        return known ? sent.acceptedBy(Person.signIn(server, sent.email())) : sent.acceptedByNewcomer();
    }

    private Reply accepted(Sent sent, Visitor visitor) {
        return switch (visitor) {
            case NEWCOMER -> sent.acceptedByNewcomer();
            case SIGNED_IN -> sent.acceptedBy(Person.signIn(server, sent.email()));
            case SIGNED_OUT -> sent.acceptedBySomebody();
            case SOMEBODY_ELSE -> sent.acceptedBy(Person.verified(server));
        };
    }

    private boolean isMember(String email) {
        return company.owner()
                .again()
                .get(company.path("/members"))
                .json()
                .get("items")
                .findValuesAsText("email")
                .contains(email);
    }

    private String status(Sent sent) {
        JsonNode all = company.owner().again().get(company.path("/invitations")).json();
        for (JsonNode one : all.get("items")) {
            if (one.get("id").asText().equals(sent.id())) {
                return one.get("status").asText();
            }
        }
        throw new AssertionError("not listed");
    }
}
