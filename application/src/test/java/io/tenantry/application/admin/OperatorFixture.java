package io.tenantry.application.admin;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.admin.AdminUseCases;
import io.tenantry.domain.admin.AdministerTenant;
import io.tenantry.domain.admin.DisableUser;
import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.AppointOperator;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.util.Optional;

/** An operator of the installation, who has shown two factors. */
final class OperatorFixture {

    static final EmailAddress OLGA = EmailAddress.of("olga@operators.example");

    final TenantryFixture tenantry = new TenantryFixture();
    final AccountFixture account = new AccountFixture(tenantry);
    final Principal olga = operator(OLGA);

    /** With two factors shown. */
    Principal operator(EmailAddress email) {
        SignedIn signedIn = appointed(email);
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().sessions().secondFactorShown(signedIn.claims().session());
            return signedIn;
        });
        return tenantry.authenticate(signedIn);
    }

    /** An operator in a session in which one factor was shown. */
    SignedIn appointed(EmailAddress email) {
        tenantry.registerVerifiedUser(email);
        tenantry.useCases().users().appointOperator().appoint(new AppointOperator.Command(email, true));
        return tenantry.signIn(email);
    }

    AdminUseCases admin() {
        return tenantry.useCases().admin();
    }

    User disable(UserId user, boolean disabled) {
        return admin().disableUser().disable(new DisableUser.Command(olga, user, disabled, AccountFixture.BROWSER));
    }

    TenantSummary give(Tenant tenant, TenantStatus status) {
        return admin().administerTenant()
                .change(new AdministerTenant.Command(
                        olga,
                        tenant.id(),
                        Optional.of(status),
                        Optional.empty(),
                        Optional.empty(),
                        AccountFixture.BROWSER));
    }
}
