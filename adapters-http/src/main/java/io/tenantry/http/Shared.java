package io.tenantry.http;

import io.tenantry.http.HttpAdapter.Ports;
import io.tenantry.http.HttpAdapter.Settings;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.CookieSessions;
import io.tenantry.http.auth.JwtCodec;
import io.tenantry.http.auth.Origins;
import io.tenantry.http.auth.PasswordSignIn;
import io.tenantry.http.auth.SessionCalls;
import io.tenantry.http.auth.SessionCookies;
import io.tenantry.http.auth.SignInAnswers;
import io.tenantry.http.auth.SigningKeyring;
import io.tenantry.http.wire.Caller;

/** What routes share beside use cases: who calls, by which token, and how a sign-in is answered. Built once. */
record Shared(
        Caller caller,
        Origins origins,
        SessionCookies cookies,
        SigningKeyring keyring,
        JwtCodec codec,
        Authentication authentication,
        SessionCalls sessionCalls,
        CookieSessions cookieSessions,
        SignInAnswers answers,
        PasswordSignIn passwordSignIn) {

    /** @throws IllegalArgumentException if a trusted proxy is neither an address nor a CIDR block */
    static Shared of(Ports ports, Settings settings) {
        Caller caller = new Caller(settings.trustedProxies());
        SessionCookies cookies = new SessionCookies(settings.publicUrl());
        SigningKeyring keyring = new SigningKeyring(ports.sessions().readSigningKeys(), settings.clock());
        JwtCodec codec = new JwtCodec(settings.publicUrl().toString(), settings.audience(), keyring, settings.clock());
        Authentication authentication = new Authentication(codec, cookies, proofs(ports), caller);
        SessionCalls calls = new SessionCalls(ports.sessions(), caller);
        CookieSessions cookieSessions = new CookieSessions(cookies, authentication, codec, calls);
        SignInAnswers answers = new SignInAnswers(cookieSessions, codec);
        return new Shared(
                caller,
                new Origins(settings.publicUrl(), settings.corsOrigins()),
                cookies,
                keyring,
                codec,
                authentication,
                calls,
                cookieSessions,
                answers,
                new PasswordSignIn(calls, answers));
    }

    private static Authentication.Proofs proofs(Ports ports) {
        return new Authentication.Proofs(
                ports.sessions().authenticate(),
                ports.machines().authenticateMachine(),
                ports.apiKeys().authenticateApiKey());
    }
}
