package io.tenantry.verifier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Set;

/**
 * Somebody else's program, which is given tokens of ours: it knows issuer and audience, where the keys are, and nothing of Tenantry.
 * Reads a token a line, and says whose it is, or that it is refused.
 */
final class TokenVerifier {

    /** Between two looks at the keys for one that is not known. */
    private static final long PAUSE_MILLIS = 1_000;

    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

    private TokenVerifier(String keys, String issuer) throws MalformedURLException {
        tokens.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256,
                JWKSourceBuilder.create(URI.create(keys).toURL())
                        .rateLimited(PAUSE_MILLIS)
                        .build()));
        tokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                issuer, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "iat", "exp", "jti")));
    }

    public static void main(String[] arguments) throws IOException {
        TokenVerifier verifier = new TokenVerifier(arguments[0], arguments[1]);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String token = lines.readLine(); token != null; token = lines.readLine()) {
            System.out.println(verifier.answer(token));
            System.out.flush();
        }
    }

    private String answer(String token) {
        try {
            JWTClaimsSet claims = tokens.process(token, null);
            return claims.getSubject() + " " + claims.getStringClaim("tid") + " " + claims.getStringClaim("scope");
        } catch (ParseException | JOSEException | BadJOSEException refused) {
            return "refused: " + refused.getMessage();
        }
    }
}
