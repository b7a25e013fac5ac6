package io.tenantry.domain.mail;

/** The use cases about mail. */
public record MailUseCases(DeliverMail deliverMail) {}
