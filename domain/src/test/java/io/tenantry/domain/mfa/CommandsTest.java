package io.tenantry.domain.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.social.LinkIdentity;
import io.tenantry.domain.social.SignInWithProvider;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final String CODE = "314159";

    private final SecretToken token = SecretToken.generate(UniqueFixture.random());
    private final Principal by = new Principal(
            UserFixture.aUser().id(),
            SessionId.next(Instant.EPOCH, UniqueFixture.random()),
            Optional.empty(),
            Optional.empty(),
            false);

    @Test
    void R16_2_5_what_carries_a_code_does_not_show_it() {
        Optional<Password> password = Optional.of(new Password("correct horse"));

        for (Record command : new Record[] {
            new PassSecondFactor.Command(token, CODE, Device.UNKNOWN),
            new ConfirmTotp.Command(by, CODE, Device.UNKNOWN),
            new RemoveTotp.Command(by, password, CODE, Device.UNKNOWN),
            new RenewRecoveryCodes.Command(by, password, CODE, Device.UNKNOWN),
            new LinkIdentity.Command(by, token, token, CODE, Optional.empty(), Device.UNKNOWN),
            new SignInWithProvider.Command(
                    token,
                    token,
                    CODE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    SessionKind.ROTATING,
                    false,
                    Device.UNKNOWN),
        }) {
            assertThat(command.toString())
                    .startsWith("Command[")
                    .doesNotContain(CODE)
                    .doesNotContain(token.value());
        }
    }
}
