package io.tenantry.application.inmemory;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.contract.ApiKeysContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;
import io.tenantry.domain.contract.KeyDirectoryContract;
import io.tenantry.domain.contract.KeyGuessesContract;
import io.tenantry.domain.contract.KeyUsesContract;
import io.tenantry.domain.contract.KnownKeysContract;
import io.tenantry.domain.contract.QuotaNoticesContract;
import io.tenantry.domain.contract.QuotasContract;
import io.tenantry.domain.contract.RevokedTokensContract;
import org.junit.jupiter.api.Nested;

/** Holds the ports of API keys in memory against what every implementation must do. */
class InMemoryKeyPortsTest {

    private final DrivenPorts all = InMemoryTenantry.start().ports();
    private final DrivenPortsUnderTest ports = InMemoryPortsTest.underTest(all);

    @Nested
    class InMemoryApiKeysTest extends ApiKeysContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryKnownKeysTest extends KnownKeysContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryKeyUsesTest extends KeyUsesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryQuotasTest extends QuotasContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }

        @Override
        protected KeyUses anotherNode() {
            return ((InMemoryKeyUses) all.apiKeys().uses()).anotherNode();
        }
    }

    @Nested
    class InMemoryKeyGuessesTest extends KeyGuessesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryQuotaNoticesTest extends QuotaNoticesContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryRevokedTokensTest extends RevokedTokensContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }

    @Nested
    class InMemoryKeyDirectoryTest extends KeyDirectoryContract {

        @Override
        protected DrivenPortsUnderTest ports() {
            return ports;
        }
    }
}
