package io.tenantry;

import io.tenantry.domain.user.Signup;
import java.net.URI;

/** What a person who has started the server needs to know: where it is, where its data and mail are, and a first request. */
final class StartReport {

    private final String text;

    StartReport(Configuration configuration, Installation installation, URI uri, URI publicUrl) {
        String mail = configuration
                .mail()
                .smtpUrl()
                .map(Masking::url)
                .orElseGet(() -> Wiring.mailFolder(configuration) + " (one file a mail; SMTP_URL sends them)");
        this.text = """
                Tenantry %s is running.

                  URL    %s
                  API    %s/docs
                  data   %s
                  mail   %s

                %s
                """.formatted(
                        Version.current(), uri, publicUrl, installation.place(), mail, firstStep(configuration, uri));
    }

    private static String firstStep(Configuration configuration, URI uri) {
        if (configuration.policies().signup() != Signup.OPEN) {
            return """
                    Registration is closed. Make a tenant for somebody:

                      java -jar tenantry.jar tenant create NAME --owner EMAIL""";
        }
        return """
                Sign a company up:

                  curl -s %s/api/tenants/register -H 'Content-Type: application/json' \\
                    -d '{"name":"Acme","email":"ada@acme.example","password":"correct horse battery"}'""".formatted(uri);
    }

    String text() {
        return text;
    }
}
