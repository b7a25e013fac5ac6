package io.tenantry.application.planted;

/** Breaks the rule on purpose: who can see the service goes past its port. */
public class OpenService {}
