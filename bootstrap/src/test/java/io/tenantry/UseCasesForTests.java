package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.UseCases;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import java.util.Optional;

/** What people do, without HTTP: all with one password. */
public final class UseCasesForTests {

    public static final Password PASSWORD = new Password("correct horse battery");

    private UseCasesForTests() {}

    public static void register(UseCases useCases, String tenant, String email) {
        useCases.tenants()
                .registerTenant()
                .register(new RegisterTenant.Command(
                        new TenantName(tenant),
                        Optional.empty(),
                        EmailAddress.of(email),
                        PersonName.NONE,
                        PASSWORD,
                        Optional.empty(),
                        Device.UNKNOWN));
    }

    public static SignedIn signIn(UseCases useCases, String email) {
        SignedIn signedIn = useCases.sessions()
                .signIn()
                .signIn(new SignIn.Command(
                        EmailAddress.of(email),
                        PASSWORD,
                        Optional.empty(),
                        Optional.empty(),
                        SessionKind.ROTATING,
                        false,
                        Device.UNKNOWN));
        assertThat(signedIn).as(email).isNotNull();
        return signedIn;
    }
}
