package io.tenantry.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.Policies;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.Signup;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may not come in is told so in each contract's words. */
class TurnedAwayTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/api/tenants/login;{'success':false,'message':'Account is disabled'}",
                "/api/auth/login;{'success':false,'message':'Account is disabled','data':null}",
                "/api/auth/token/;{'detail':'This account is disabled.'}"
            })
    void a_disabled_user_is_403_once_the_password_was_right(String path, String words) {
        try (TestServer server = TestServer.start()) {
            String email = People.owner(server);
            disable(server, email);
            Reply refused = server.client().post(path, People.credentials(email, People.PASSWORD));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).isEqualTo(words.replace('\'', '"'));
            assertThat(server.client()
                            .post(path, People.credentials(email, "wrong horse battery"))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void the_native_api_gives_it_a_code_of_its_own() {
        try (TestServer server = TestServer.start()) {
            String email = People.owner(server);
            disable(server, email);
            Reply refused = server.client().post("/api/v1/session", People.credentials(email, People.PASSWORD));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("/code")).isEqualTo("account_disabled");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/api/tenants/register;'name':'Acme','email':'%s','password':'%s';"
                        + "{'success':false,'message':'Registration is by invitation'}",
                "/api/auth/register;'tenantName':'Acme','tenantSlug':'acme','userEmail':'%s','userPassword':'%s','userFullName':'A B';"
                        + "{'success':false,'message':'Registration is by invitation','data':null}",
                "/api/auth/register/;'organization_name':'Acme','email':'%s','password':'%s','password_confirm':'correct horse battery';"
                        + "{'detail':'Registration is by invitation.'}",
                "/api/auth/register;'firstName':'A','lastName':'B','email':'%s','password':'%s','confirmPassword':'correct horse battery';"
                        + "{'message':'Registration is by invitation'}"
            })
    void where_registration_is_by_invitation_nobody_registers(String path, String members, String words) {
        for (Signup closed : new Signup[] {Signup.INVITE, Signup.OPERATOR}) {
            Policies policies = Policies.STANDARD.withRateLimits(false).withSignup(closed);
            try (TestServer server = TestServer.setup().policies(policies).start()) {
                String email = People.newEmail();
                String body = "{" + members.replace('\'', '"').formatted(email, People.PASSWORD) + "}";
                Reply refused = server.client().post(path, body);
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.text()).isEqualTo(words.replace('\'', '"'));
                assertThat(server.tenantry().deliverMail()).isEmpty();
            }
        }
    }

    private static void disable(TestServer server, String email) {
        Users users = server.tenantry().ports().users();
        server.tenantry().ports().transactions().outsideTenants(() -> {
            User user = users.findByEmail(EmailAddress.of(email)).orElseThrow();
            users.update(user.disabled(true, server.tenantry().clock().instant()));
            return user;
        });
    }
}
