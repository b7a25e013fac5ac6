package io.tenantry.http.api.invitation;

import io.tenantry.http.Company;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;

/** An invitation that is on its way, with what stands in its mail alone. */
record Sent(Company company, String id, String email, String token) {
    /** A company whose owner may invite. */
    static Company company(TestServer server) {
        Company company = Company.in(server);
        String token = People.mailedToken(server, company.owner().email());
        server.client().get("/api/auth/verify?token=" + token);
        return company;
    }

    static Sent to(Company company, String email) {
        return by(company.owner(), company, email, "member");
    }

    static Sent by(Person inviter, Company company, String email, String role) {
        Reply invited = inviter.post(company.path("/invitations"), body(email, role));
        return new Sent(company, invited.at("/id"), email, People.mailedToken(company.server(), email));
    }

    static String body(String email, String role) {
        return """
                {"email":"%s","role":"%s"}""".formatted(email, role);
    }

    /** With the token of the mail that was sent last. */
    Sent renewed() {
        return new Sent(company, id, email, People.mailedToken(company.server(), email));
    }

    Reply preview() {
        return company.server().client().post("/api/v1/invitations/preview", tokenAlone());
    }

    Reply decline() {
        return company.server().client().post("/api/v1/invitations/decline", tokenAlone());
    }

    Reply acceptedBy(Person person) {
        return person.post("/api/v1/invitations/accept", tokenAlone());
    }

    Reply acceptedBySomebody(String... headers) {
        return company.server().client().post("/api/v1/invitations/accept", tokenAlone(), headers);
    }

    Reply acceptedByNewcomer() {
        return company.server().client().post("/api/v1/invitations/accept", newcomer(""));
    }

    /** @param more members of the body, each with a comma behind it */
    String newcomer(String more) {
        return """
                {%s"token":"%s","password":"%s","firstName":"Grace","lastName":"Hopper"}""".formatted(more, token, People.PASSWORD);
    }

    String tokenAlone() {
        return """
                {"token":"%s"}""".formatted(token);
    }

    String path() {
        return company.path("/invitations/" + id);
    }

    Reply resentBy(Person person) {
        return person.post(path() + "/resend", "{}");
    }

    Reply revokedBy(Person person) {
        return person.delete(path(), null);
    }
}
