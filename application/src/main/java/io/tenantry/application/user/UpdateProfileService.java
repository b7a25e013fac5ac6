package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.Profile.Notifications;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.UpdateProfile;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

final class UpdateProfileService implements UpdateProfile {

    private final Transactions transactions;
    private final HeldUsers held;
    private final Users users;
    private final Profiles profiles;
    private final AuditTrail trail;
    private final InstantSource clock;

    UpdateProfileService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.held = new HeldUsers(ports);
        this.users = ports.users();
        this.profiles = ports.profiles();
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public void update(Command command) {
        transactions.outsideTenants(() -> {
            User user = held.hold(command.by().user()).orElseThrow(Unauthenticated::new);
            updateFrom(user, profiles.of(user.id()), command);
            return user;
        });
    }

    private void updateFrom(User user, Profile said, Command command) {
        PersonName name = user.name().changed(command.firstName(), command.lastName());
        Profile profile = changed(said, command);
        if (name.equals(user.name()) && profile.equals(said)) {
            return;
        }
        users.update(user.named(name, clock.instant()));
        profiles.store(user.id(), profile);
        trail.done(AuditAction.ACCOUNT_UPDATED, user.id(), command.device());
    }

    private static Profile changed(Profile said, Command command) {
        Notifications wanted = said.notifications();
        Notifications standard = Notifications.STANDARD;
        return new Profile(
                command.phone().applyTo(said.phone()),
                command.timezone().applyTo(said.timezone(), Profile.UNSAID.timezone()),
                command.locale().applyTo(said.locale(), Profile.UNSAID.locale()),
                new Notifications(
                        command.productNews().applyTo(wanted.product(), standard.product()),
                        command.invitationMails().applyTo(wanted.invitations(), standard.invitations())),
                command.preferences().applyTo(said.preferences(), Profile.UNSAID.preferences()),
                said.avatar());
    }
}
