package io.tenantry.http.social;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What providers are asked in.
 *
 * @param patience how long everything that one sign-in asks of a provider may take together
 */
record Surroundings(GitHubAddresses gitHub, InstantSource clock, Duration patience) {

    static final Surroundings USUAL =
            new Surroundings(GitHubAddresses.PUBLIC, InstantSource.system(), Duration.ofSeconds(10));
}
