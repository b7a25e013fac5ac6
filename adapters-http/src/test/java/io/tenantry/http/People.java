package io.tenantry.http;

import io.tenantry.domain.mail.Mail;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody to test with, signed up over HTTP, each under an address of their own. */
public final class People {
    public static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private People() {}

    /** An address that nobody has. */
    public static String newEmail() {
        return "person" + COUNT.incrementAndGet() + "@example.com";
    }

    /** Who signed up a company named "Company", and may sign in. */
    public static String owner(TestServer server) {
        String email = newEmail();
        Reply reply = server.client().post("/api/tenants/register", """
                        {"name":"Company","email":"%s","password":"%s"}""".formatted(email, PASSWORD));
        require(reply, 201);
        return email;
    }

    /** Who signed up without a tenant, and has not verified the address. */
    public static String unverified(TestServer server) {
        String email = newEmail();
        Reply reply = server.client().post("/api/auth/register", """
                        {"firstName":"Ada","lastName":"Lovelace","email":"%s","password":"%s","confirmPassword":"%s"}""".formatted(email, PASSWORD, PASSWORD));
        require(reply, 201);
        return email;
    }

    /** Who signed up without a tenant, verified the address, and may sign in. */
    public static String verified(TestServer server) {
        String email = unverified(server);
        require(server.client().get("/api/auth/verify?token=" + mailedToken(server, email)), 200);
        return email;
    }

    /** The token in the newest mail to the address. */
    public static String mailedToken(TestServer server, String email) {
        server.tenantry().deliverMail();
        List<Mail> mails = server.tenantry().mails().stream()
                .filter(mail -> mail.to().email().value().equals(email))
                .toList();
        return mails.get(mails.size() - 1).token().orElseThrow().value();
    }

    /** Signs in by the native API. */
    public static Reply signIn(TestServer server, String email) {
        Reply reply = server.client().post("/api/v1/session", credentials(email, PASSWORD));
        require(reply, 200);
        return reply;
    }

    public static String credentials(String email, String password) {
        return """
                {"email":"%s","password":"%s"}""".formatted(email, password);
    }

    private static void require(Reply reply, int status) {
        if (reply.status() != status) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
    }
}
