package io.tenantry.http.social;

import java.net.URI;

/**
 * Where GitHub is.
 *
 * @param web of its pages
 * @param api of its API
 */
record GitHubAddresses(URI web, URI api) {

    static final GitHubAddresses PUBLIC =
            new GitHubAddresses(URI.create("https://github.com"), URI.create("https://api.github.com"));

    URI authorize() {
        return URI.create(web + "/login/oauth/authorize");
    }

    URI token() {
        return URI.create(web + "/login/oauth/access_token");
    }

    URI user() {
        return URI.create(api + "/user");
    }

    URI emails() {
        return URI.create(api + "/user/emails");
    }
}
