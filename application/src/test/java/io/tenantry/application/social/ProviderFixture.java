package io.tenantry.application.social;

import static io.tenantry.application.TenantryFixture.PASSWORD;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.application.inmemory.InMemoryProvider;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.social.LinkIdentity;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.SignInWithProvider;
import io.tenantry.domain.social.SocialUseCases;
import io.tenantry.domain.social.StartAuthorization;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import java.util.List;
import java.util.Optional;

/** The short words in which tests speak of visits to a provider. */
final class ProviderFixture {

    static final String ISSUER = "https://provider.example";

    private final TenantryFixture tenantry;
    private final UseCases useCases;

    ProviderFixture(TenantryFixture tenantry) {
        this(tenantry, tenantry.useCases());
    }

    ProviderFixture(TenantryFixture tenantry, UseCases useCases) {
        this.tenantry = tenantry;
        this.useCases = useCases;
    }

    /** What a browser brings back. */
    record Visit(SecretToken state, SecretToken browserToken, String code) {}

    /** Somebody whom the provider knows under this subject, and vouches for. */
    static ExternalIdentity vouched(String subject, EmailAddress email) {
        return new ExternalIdentity(ISSUER, subject, Optional.of(email), true, PersonName.ofFull("Ada Lovelace"));
    }

    SocialUseCases social() {
        return useCases.social();
    }

    /** Somebody goes to the provider to sign in, and comes back as this. */
    Visit visit(ExternalIdentity identity) {
        return visit(Optional.empty(), identity);
    }

    /** A signed-in user goes there to link an account. */
    Visit visitToLink(Principal by, ExternalIdentity identity) {
        return visit(Optional.of(by), identity);
    }

    private Visit visit(Optional<Principal> by, ExternalIdentity identity) {
        StartAuthorization.Started started = start(by);
        String code = tenantry.tenantry().provider().vouchFor(identity);
        return new Visit(InMemoryProvider.stateOf(started.uri()), started.browserToken(), code);
    }

    StartAuthorization.Started start(Optional<Principal> by) {
        return social().startAuthorization()
                .start(new StartAuthorization.Command(
                        InMemoryProvider.NAME, by, by.map(who -> PASSWORD), SecondFactorFixture.PHONE));
    }

    SignedIn signIn(ExternalIdentity identity) {
        return signIn(visit(identity));
    }

    SignedIn signIn(Visit visit) {
        return signIn(visit, SecondFactorFixture.PHONE);
    }

    SignedIn signIn(Visit visit, Device device) {
        return social().signInWithProvider()
                .signIn(new SignInWithProvider.Command(
                        visit.state(),
                        visit.browserToken(),
                        visit.code(),
                        Optional.of(ISSUER),
                        Optional.empty(),
                        Optional.empty(),
                        SessionKind.ROTATING,
                        false,
                        device));
    }

    LinkedIdentity link(Principal by, ExternalIdentity identity) {
        return link(by, visitToLink(by, identity));
    }

    LinkedIdentity link(Principal by, Visit visit) {
        return social().linkIdentity()
                .link(new LinkIdentity.Command(
                        by,
                        visit.state(),
                        visit.browserToken(),
                        visit.code(),
                        Optional.of(ISSUER),
                        SecondFactorFixture.PHONE));
    }

    List<LinkedIdentity> linked(Principal by) {
        return social().listIdentities().list(by);
    }
}
