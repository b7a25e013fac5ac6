package io.tenantry.tenant;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import java.util.UUID;

/** A tenant of several people, who do over HTTP what people do. */
public final class Company {

    /** A member, signed in. */
    public record Colleague(Person person, UUID id, String access) {}

    private final Api api;
    private final Colleague owner;
    private final String id;

    private Company(Api api, Colleague owner, String id) {
        this.api = api;
        this.owner = owner;
        this.id = id;
    }

    /** One whose owner has verified their address. */
    public static Company founded(Api api) {
        Person person = Person.verifiedOwner(api);
        Answer signedIn = person.signIn();
        assertThat(signedIn.status()).isEqualTo(200);
        return new Company(api, colleague(person, signedIn), signedIn.text("/tenant/id"));
    }

    public Colleague owner() {
        return owner;
    }

    public String id() {
        return id;
    }

    public UUID uuid() {
        return UUID.fromString(id);
    }

    /** {@code /api/v1/tenants/{id}} and what follows. */
    public String path(String rest) {
        return "/api/v1/tenants/" + id + rest;
    }

    public String pathOf(Colleague member) {
        return path("/members/" + member.id());
    }

    /** A newcomer who was invited by the owner, and accepted. */
    public Colleague joined(String role) {
        String email = Api.fresh(role + "-") + "@company.example";
        Answer accepted = api.post(
                "/api/v1/invitations/accept", json("token", invited(email, role), "password", Person.PASSWORD));
        assertThat(accepted.status()).isEqualTo(200);
        return colleague(Person.known(api, email), accepted);
    }

    /** Somebody who has an account of their own, was invited, and accepted. */
    public Colleague joined(Person person, String role) {
        String access = person.access();
        Answer accepted = api.post("/api/v1/invitations/accept", access, json("token", invited(person.email(), role)));
        assertThat(accepted.status()).isEqualTo(200);
        return colleague(person, accepted);
    }

    /** Invites by the owner; the token of the mail. */
    public String invited(String email, String role) {
        Answer invited = api.post(path("/invitations"), owner.access(), json("email", email, "role", role));
        assertThat(invited.status()).isEqualTo(201);
        return api.mailedToken(email, "/invitations/accept");
    }

    public Answer changeRole(Colleague by, Colleague member, String role) {
        return api.send("PATCH", pathOf(member), by.access(), json("role", role));
    }

    private static Colleague colleague(Person person, Answer signedIn) {
        return new Colleague(person, UUID.fromString(signedIn.text("/user/id")), signedIn.text("/accessToken"));
    }
}
