package io.tenantry.application.inmemory;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.contract.AuditEventsContract;
import io.tenantry.domain.contract.AuditReadingContract;
import io.tenantry.domain.contract.AuthorizationsContract;
import io.tenantry.domain.contract.CeremoniesContract;
import io.tenantry.domain.contract.CredentialsContract;
import io.tenantry.domain.contract.DailyStatisticsContract;
import io.tenantry.domain.contract.DeliveriesContract;
import io.tenantry.domain.contract.DeliveryFairnessContract;
import io.tenantry.domain.contract.DeliveryLeasesContract;
import io.tenantry.domain.contract.DirectoryContract;
import io.tenantry.domain.contract.DomainClaimsContract;
import io.tenantry.domain.contract.DomainsContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;
import io.tenantry.domain.contract.IdentitiesContract;
import io.tenantry.domain.contract.InvitationsContract;
import io.tenantry.domain.contract.KeyedCallsContract;
import io.tenantry.domain.contract.KnownDevicesContract;
import io.tenantry.domain.contract.LinkedIdentitiesContract;
import io.tenantry.domain.contract.MemberChangesContract;
import io.tenantry.domain.contract.MembershipsContract;
import io.tenantry.domain.contract.MfaChallengesContract;
import io.tenantry.domain.contract.OneTimeTokensContract;
import io.tenantry.domain.contract.OutboxContract;
import io.tenantry.domain.contract.PasskeysContract;
import io.tenantry.domain.contract.ProfilesContract;
import io.tenantry.domain.contract.SecondFactorsContract;
import io.tenantry.domain.contract.SessionsContract;
import io.tenantry.domain.contract.SigningKeysContract;
import io.tenantry.domain.contract.TenantRemovalContract;
import io.tenantry.domain.contract.TenantSchemasContract;
import io.tenantry.domain.contract.TenantsContract;
import io.tenantry.domain.contract.ThrottlesContract;
import io.tenantry.domain.contract.TotpCodesContract;
import io.tenantry.domain.contract.TransactionsContract;
import io.tenantry.domain.contract.UsersContract;
import io.tenantry.domain.contract.WebhooksContract;
import org.junit.jupiter.api.Nested;

/** Holds the ports in memory against what every implementation must do. */
class InMemoryPortsTest {

    private final DrivenPortsUnderTest ports =
            underTest(InMemoryTenantry.start().ports());

    static DrivenPortsUnderTest underTest(DrivenPorts ports) {
        return new DrivenPortsUnderTest(
                ports.transactions(),
                ports.tenants(),
                ports.domains(),
                ports.domainClaims(),
                ports.tenantSchemas(),
                ports.users(),
                ports.profiles(),
                ports.memberships(),
                ports.invitations(),
                ports.credentials(),
                ports.oneTimeTokens(),
                ports.sessions(),
                ports.knownDevices(),
                ports.identities(),
                ports.signingKeys(),
                ports.secondFactors(),
                ports.totpCodes(),
                ports.mfaChallenges(),
                ports.passkeys(),
                ports.ceremonies(),
                ports.linkedIdentities(),
                ports.authorizations(),
                ports.throttles(),
                ports.keyedCalls(),
                ports.auditEvents(),
                ports.directory(),
                ports.outbox(),
                ports.apiKeys().keys(),
                ports.apiKeys().known(),
                ports.apiKeys().uses(),
                ports.apiKeys().guesses(),
                ports.apiKeys().quotaNotices(),
                ports.apiKeys().revokedTokens(),
                ports.webhooks().webhooks(),
                ports.webhooks().deliveries());
    }

    @Nested
    class InMemoryTransactionsTest extends TransactionsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryTenantRemovalTest extends TenantRemovalContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryTenantsTest extends TenantsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryDomainClaimsTest extends DomainClaimsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryDomainsTest extends DomainsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryTenantSchemasTest extends TenantSchemasContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryUsersTest extends UsersContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryMemberChangesTest extends MemberChangesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryMembershipsTest extends MembershipsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryCredentialsTest extends CredentialsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryOneTimeTokensTest extends OneTimeTokensContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemorySessionsTest extends SessionsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryIdentitiesTest extends IdentitiesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemorySigningKeysTest extends SigningKeysContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryOutboxTest extends OutboxContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemorySecondFactorsTest extends SecondFactorsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryTotpCodesTest extends TotpCodesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryMfaChallengesTest extends MfaChallengesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryPasskeysTest extends PasskeysContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryCeremoniesTest extends CeremoniesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryLinkedIdentitiesTest extends LinkedIdentitiesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryAuthorizationsTest extends AuthorizationsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryProfilesTest extends ProfilesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryKnownDevicesTest extends KnownDevicesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryThrottlesTest extends ThrottlesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryAuditEventsTest extends AuditEventsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryAuditReadingTest extends AuditReadingContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryInvitationsTest extends InvitationsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryDirectoryTest extends DirectoryContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryDailyStatisticsTest extends DailyStatisticsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryWebhooksTest extends WebhooksContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryDeliveriesTest extends DeliveriesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryDeliveryLeasesTest extends DeliveryLeasesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryDeliveryFairnessTest extends DeliveryFairnessContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryKeyedCallsTest extends KeyedCallsContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }
}
