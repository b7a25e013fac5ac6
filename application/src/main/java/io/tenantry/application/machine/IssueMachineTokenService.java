package io.tenantry.application.machine;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.apikey.OpenedKeys;
import io.tenantry.application.apikey.OpenedKeys.Opened;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.id.UuidV4;
import io.tenantry.domain.machine.IssueMachineToken;
import io.tenantry.domain.machine.MachineClaims;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

final class IssueMachineTokenService implements IssueMachineToken {

    private final OpenedKeys keys;
    private final KeyUses uses;
    private final InstantSource clock;
    private final RandomGenerator random;

    IssueMachineTokenService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.keys = new OpenedKeys(ports, policies, clock);
        this.uses = ports.apiKeys().uses();
        this.clock = clock;
        this.random = random;
    }

    @Override
    public MachineClaims issue(Command command) {
        Instant now = clock.instant();
        Opened opened = keys.open(command.clientSecret(), command.device())
                .filter(found -> found.key().key().id().toString().equals(command.clientId()))
                .filter(found -> found.isGood(now))
                .orElseThrow(Unauthenticated::new);
        MachineClaims claims = claims(opened, granted(opened, command.scopes()), now);
        uses.admit(opened.key(), opened.previousSecret(), 0, now);
        return claims;
    }

    private static Scopes granted(Opened opened, Optional<Scopes> asked) {
        Scopes given = opened.key().scopes();
        if (asked.filter(wanted -> !given.cover(wanted)).isPresent()) {
            throw new InvalidInput(InvalidInput.SCOPE, FieldProblem.NOT_ALLOWED);
        }
        return asked.orElse(given);
    }

    private MachineClaims claims(Opened opened, Scopes scopes, Instant now) {
        ApiKey key = opened.key().key();
        return new MachineClaims(
                key.id(),
                key.tenant(),
                scopes,
                now,
                end(opened, now),
                UuidV4.next(random),
                opened.proof().secretSince());
    }

    /** A token does not say that it lives longer than what it was given for. */
    private static Instant end(Opened opened, Instant now) {
        ApiKey key = opened.key().key();
        Optional<Instant> secretEnds = opened.previousSecret() ? key.previousSecretExpiresAt(now) : Optional.empty();
        return Stream.of(key.expiresAt(), secretEnds)
                .flatMap(Optional::stream)
                .reduce(now.plus(MachineClaims.LIFETIME), (one, other) -> one.isBefore(other) ? one : other);
    }
}
