package io.tenantry.domain.membership;

/** The use cases about members. */
public record MembershipUseCases(
        ListMembers listMembers, ChangeRole changeRole, RemoveMember removeMember, LeaveTenant leaveTenant) {}
