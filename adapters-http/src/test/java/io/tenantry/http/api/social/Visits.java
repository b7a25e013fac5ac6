package io.tenantry.http.api.social;

import io.tenantry.application.inmemory.InMemoryProvider;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.net.URI;
import java.util.Optional;

/** Visits to the provider in memory, as a browser makes them. */
final class Visits {
    static final String START = "/api/v1/session/social";
    static final String FINISH = START + "/finish";
    static final String MINE = "/api/v1/me/identities";
    static final String EXAMPLE = "{\"provider\":\"example\"}";
    static final String LINK = "{\"provider\":\"example\",\"password\":\"" + People.PASSWORD + "\"}";
    static final String ISSUER = "https://provider.example";

    private Visits() {}

    static ExternalIdentity person(String subject, String email, boolean verified) {
        return new ExternalIdentity(
                ISSUER, subject, Optional.of(EmailAddress.of(email)), verified, PersonName.ofFull("Ada Lovelace"));
    }

    /** Goes there and back: the body that finishes the visit. */
    static String back(TestServer server, Reply started, ExternalIdentity person, String more) {
        String state = InMemoryProvider.stateOf(URI.create(started.at("/authorizationUrl")))
                .value();
        String code = server.tenantry().provider().vouchFor(person);
        return """
                {"state":"%s","code":"%s","browserToken":"%s"%s}""".formatted(state, code, started.at("/browserToken"), more);
    }

    static Reply signIn(TestServer server, ExternalIdentity person) {
        return signIn(server, person, "");
    }

    /** @param more members of the last request, each behind a comma */
    static Reply signIn(TestServer server, ExternalIdentity person, String more) {
        Reply started = server.client().post(START, EXAMPLE);
        return server.client().post(FINISH, back(server, started, person, more));
    }

    static Reply link(TestServer server, Person by, ExternalIdentity person) {
        return by.post(MINE + "/finish", back(server, by.post(MINE, LINK), person, ""));
    }
}
