package io.tenantry.http.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What each stable code of an {@code application/problem+json} answer means, in words for the person who looks it up. */
enum Problem {
    VALIDATION_FAILED(
            400,
            "Some fields cannot be used",
            "The request was understood, but at least one of its fields is missing, too long or of the wrong form.",
            "Look at the member <code>errors</code> of the answer: it names each field and what is wrong with it. Mend"
                    + " those and send the request again."),
    MALFORMED_JSON(
            400,
            "The request is not JSON that can be read",
            "The body is not one JSON object in UTF-8, or it breaks off, is nested too deeply, or holds a member twice.",
            "Compare the body with its description in the <a href=\"/docs\">documentation</a>."),
    BAD_REQUEST(
            400,
            "The request cannot be read",
            "The request is not what HTTP, or the route, wants it to be.",
            "Compare the request with its description in the <a href=\"/docs\">documentation</a>."),
    INVALID_TOKEN(
            400,
            "The link does not work any more",
            "The token from the mail, or of a step that was begun before, was used already, has expired, was replaced by"
                    + " a newer one, or is another’s.",
            "Ask for a new mail and use the link in the newest one; or begin that step anew."),
    INVALID_PICTURE(
            400,
            "The picture cannot be used",
            "The file is broken, is not of the kind that it is said to be, or has more than 4096 pixels on a side.",
            "Save it as PNG or JPEG, smaller if need be, and send it as <code>image/png</code> or <code>image/jpeg</code>."),
    INVALID_PASSKEY(
            400,
            "The passkey could not be verified",
            "What the browser or the security key answered does not fit what it was asked, or came too late.",
            "Begin again, on this site, and with the passkey at hand."),
    UNAUTHENTICATED(
            401,
            "You are not signed in",
            "E-mail and password do not match, or the access or refresh token is missing, unknown, expired, or belongs"
                    + " to a session that has ended.",
            "Sign in again, and send the access token as <code>Authorization: Bearer …</code>."),
    MFA_REQUIRED(
            401,
            "A second factor is required",
            "The first step was right. This account also asks for a code, or for a passkey.",
            "Send the member <code>mfaToken</code> of the answer with a code of the generator, or a recovery code, to"
                    + " <code>POST /api/v1/session/mfa</code>, or with a passkey’s answer to"
                    + " <code>POST /api/v1/session/passkey</code>, within 5 minutes."),
    INVALID_CODE(
            401,
            "The code is wrong, or the sign-in took too long",
            "The code is not the one that the generator shows now, was used already, or the first step was more than 5"
                    + " minutes or 5 wrong codes ago.",
            "Wait for the next code and try once more. If that fails too, sign in from the start."),
    SOCIAL_SIGN_IN_FAILED(
            401,
            "The provider did not confirm the sign-in",
            "The provider refused, or does not vouch for an e-mail address of yours.",
            "Try again. If it happens again, verify your e-mail address with the provider, or sign in another way."),
    FORBIDDEN(
            403,
            "This is not allowed",
            "You may be known to the server, but not everybody may do what was asked.",
            "Ask who administers your account."),
    FOREIGN_ORIGIN(
            403,
            "The request comes from a foreign site",
            "It carries session cookies and would change something, but was not made by this server’s own pages, nor by"
                    + " a front end that the server is configured to trust.",
            "Make it from there, or send an access token as <code>Authorization: Bearer …</code> and no cookies. Who"
                    + " operates the server can list other origins in <code>TENANTRY_CORS_ORIGINS</code>."),
    EMAIL_NOT_VERIFIED(
            403,
            "The e-mail address is not verified",
            "The password was right, but nobody has followed the link that was mailed to this address.",
            "Follow the link in the mail. If it is lost, ask for another at"
                    + " <code>POST /api/auth/verify/resend</code>."),
    ACCOUNT_DISABLED(
            403,
            "The account is disabled",
            "The sign-in was right, but who operates this server has disabled the account.",
            "Ask who operates this server."),
    SIGNUP_CLOSED(
            403,
            "Registration is by invitation",
            "This server takes new accounts and tenants only from whom it knows.",
            "Ask a member of a tenant here for an invitation, or who operates this server."),
    WRONG_ACCOUNT(
            403,
            "The invitation is for another account",
            "It was sent to another e-mail address than that of the account that is signed in.",
            "Sign out, and follow the link in the mail again; or ask for an invitation of this account."),
    MFA_ENROLLMENT_REQUIRED(
            403,
            "The tenant requires a second factor",
            "Members of this tenant must have a code generator or a passkey, and this account has neither.",
            "Set one up: <code>POST /api/v1/me/totp</code> or <code>POST /api/v1/me/passkeys/options</code> begins that."
                    + " Then try again."),
    TENANT_SUSPENDED(
            403,
            "The tenant is suspended or inactive",
            "The account of the company that you are signing in to, or working in, is closed for now.",
            "Ask the owner of the account, or who operates this server."),
    NOT_FOUND(
            404,
            "There is nothing here",
            "Nothing is found at this address, or it is not yours to see: the answer is the same.",
            "Check the address, and whether you are signed in to the right tenant."),
    METHOD_NOT_ALLOWED(
            405,
            "The address knows other methods",
            "The address exists, but not for this HTTP method.",
            "The header <code>Allow</code> of the answer lists the methods that it takes."),
    REQUEST_TIMEOUT(
            408,
            "The request took too long",
            "The server waited for the rest of the request, and then gave up.",
            "Send it again."),
    CONFLICT(
            409,
            "This does not fit what is there",
            "What was asked for is there already, or something else needs what was to be removed.",
            "Read the member <code>detail</code> of the answer: it says which."),
    ACCOUNT_EXISTS(
            409,
            "An account with this address exists",
            "The invitation is for that account; or the provider is not linked to it, and the account has not shown that the"
                    + " address is its own.",
            "Sign in to it first. Then accept the invitation, or verify the address and link the provider."),
    LAST_OWNER(
            409,
            "A tenant must keep an owner",
            "Nobody else owns the tenant.",
            "Make another member an owner first, or delete the tenant."),
    LIMIT_REACHED(
            409,
            "There are as many as there may be",
            "Of what was to be added there are as many as one may have.",
            "Remove one that is not needed any more, and add it then."),
    TXT_RECORD_MISSING(
            409,
            "The TXT record was not found",
            "The DNS does not show the record that proves that the host name is yours, or not yet.",
            "Compare the record with the member <code>txtRecord</code> of the domain, and ask again later: it can take"
                    + " hours until the DNS shows it everywhere."),
    EMAIL_TAKEN(
            409,
            "The e-mail address is in use",
            "Somebody has registered with this e-mail address already.",
            "If it was you, sign in, or reset the password."),
    SLUG_TAKEN(
            409, "The slug is in use", "Another tenant has the short name that was asked for.", "Choose another one."),
    PAYLOAD_TOO_LARGE(413, "The request is too large", "A request’s body may hold 64 KiB at the most.", "Send less."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The request is not JSON",
            "The server takes JSON alone, and the header <code>Content-Type</code> says something else, or nothing.",
            "Send the header <code>Content-Type: application/json</code>."),
    REQUEST_UNDER_WAY(
            409,
            "The same request is under way",
            "A request with the same <code>Idempotency-Key</code> came before, and is not answered yet.",
            "Send it again, with the same key and body, after the seconds that the header <code>Retry-After</code> tells: you get"
                    + " the answer of the first."),
    ANSWER_LOST(
            409,
            "The request was carried out, and its answer was lost",
            "A request with the same <code>Idempotency-Key</code> made what it asked for, but the server stopped before it could"
                    + " keep the answer. It is not made twice.",
            "Look at what is there. If the answer held a secret that is shown once, make another, with a new key, and remove the"
                    + " one that nobody knows."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The Idempotency-Key belongs to another request",
            "A request with the same <code>Idempotency-Key</code> but another body came within 24 hours.",
            "Use a new key, best a random UUID, for each thing that you want to be made; and the same body whenever you repeat a"
                    + " request."),
    THROTTLED(
            429,
            "Too many attempts",
            "So that nobody can guess passwords and codes, or flood a mailbox, only so many attempts are taken in a while."
                    + " The answer is the same for accounts that do not exist.",
            "Wait as many seconds as the header <code>Retry-After</code> says, then try again. Who has forgotten the"
                    + " password can reset it meanwhile."),
    HEADERS_TOO_LARGE(
            431,
            "The headers are too large",
            "All headers of a request, cookies included, may hold 8 KiB at the most.",
            "Remove cookies of this site, or what else the client adds."),
    INTERNAL_ERROR(
            500,
            "Something broke on the server",
            "The fault is not in the request. It has been written to the server’s log.",
            "Try again later. If it happens again, tell who operates the server the <code>requestId</code> of the"
                    + " answer: the log has the same."),
    OVERLOADED(
            503,
            "Too much at once",
            "More people are signing in than the server can serve at this moment.",
            "Wait as many seconds as the header <code>Retry-After</code> says, then try again."),
    UNAVAILABLE(
            503,
            "The service is not available now",
            "Something that the server needs, its database say, does not answer.",
            "Wait as many seconds as the header <code>Retry-After</code> says, then try again.");

    private static final String TEMPLATE = ClassPath.text("problem.html");

    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    Problem(int status, String title, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    static Optional<Problem> ofCode(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(code))
                .findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    int status() {
        return status;
    }

    String html() {
        return TEMPLATE.replace("{code}", code())
                .replace("{status}", Integer.toString(status))
                .replace("{title}", title)
                .replace("{meaning}", meaning)
                .replace("{remedy}", remedy);
    }
}
