package io.tenantry;

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

                Sign a company up:

                  curl -s %s/api/tenants/register -H 'Content-Type: application/json' \\
                    -d '{"name":"Acme","email":"ada@acme.example","password":"correct horse battery"}'
                """.formatted(Version.current(), uri, publicUrl, installation.place(), mail, uri);
    }

    String text() {
        return text;
    }
}
