package io.tenantry.domain.machine;

/** The use cases about access tokens of API keys. */
public record MachineUseCases(
        IssueMachineToken issueMachineToken,
        AuthenticateMachine authenticateMachine,
        InspectMachineToken inspectMachineToken,
        RevokeMachineToken revokeMachineToken) {}
