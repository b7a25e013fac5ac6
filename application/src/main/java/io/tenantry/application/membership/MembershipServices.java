package io.tenantry.application.membership;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.membership.ChangeRole;
import io.tenantry.domain.membership.LeaveTenant;
import io.tenantry.domain.membership.ListMembers;
import io.tenantry.domain.membership.MembershipUseCases;
import io.tenantry.domain.membership.RemoveMember;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about members. */
public final class MembershipServices {

    private MembershipServices() {}

    /** @param random must be cryptographically strong */
    public static MembershipUseCases of(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new MembershipUseCases(
                Later.port(ListMembers.class),
                Later.port(ChangeRole.class),
                Later.port(RemoveMember.class),
                Later.port(LeaveTenant.class));
    }
}
