package io.tenantry.domain.failure;

/** The same request came before and made what it asked for, but its answer could not be kept. */
public final class AnswerLost extends DomainFailure {

    public AnswerLost() {
        super("answer_lost", "The same request was carried out before, but its answer was lost");
    }
}
