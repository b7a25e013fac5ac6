package io.tenantry.application.membership;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.membership.MembershipUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about members. */
public final class MembershipServices {

    private MembershipServices() {}

    /** @param random must be cryptographically strong */
    public static MembershipUseCases of(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        return new MembershipUseCases(
                new ListMembersService(ports),
                new ChangeRoleService(ports, clock, random),
                new RemoveMemberService(ports, clock, random),
                new LeaveTenantService(ports, clock, random));
    }
}
