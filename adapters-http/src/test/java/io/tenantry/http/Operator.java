package io.tenantry.http;

import io.tenantry.domain.user.AppointOperator;
import io.tenantry.domain.user.EmailAddress;

/** Who operates the installation, and has shown two factors. */
public final class Operator {
    private Operator() {}

    public static Person of(TestServer server) {
        Person person = Person.verified(server);
        Authenticator authenticator = Authenticator.of(person);
        appoint(person);
        return inTwoSteps(person, authenticator);
    }

    /** Who is one as well, but has shown a password alone. */
    public static Person withOneFactor(TestServer server) {
        Person person = Person.verified(server);
        appoint(person);
        return person;
    }

    /** Signs in with a code beside the password. */
    public static Person inTwoSteps(Person person, Authenticator authenticator) {
        Client client = person.server().client();
        Reply first = client.post("/api/v1/session", People.credentials(person.email(), People.PASSWORD));
        Reply second =
                client.post("/api/v1/session/mfa", """
                {"mfaToken":"%s","code":"%s"}""".formatted(first.at("/mfaToken"), authenticator.nextCode()));
        return new Person(person.server(), person.email(), second.at("/accessToken"), second.at("/refreshToken"));
    }

    public static void appoint(Person person) {
        EmailAddress email = EmailAddress.parse(person.email()).orElseThrow();
        person.server()
                .tenantry()
                .useCases()
                .users()
                .appointOperator()
                .appoint(new AppointOperator.Command(email, true));
    }
}
