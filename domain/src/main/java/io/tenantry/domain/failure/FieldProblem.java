package io.tenantry.domain.failure;

/** What is wrong with one field of an input. Each contract has its own words for it. */
public enum FieldProblem {
    /** Absent, null or empty where something must stand. */
    REQUIRED,
    /** Of the wrong JSON type: a list where text is wanted, say. */
    NOT_TEXT,
    /** Not a true or false. */
    NOT_BOOLEAN,
    /** Too few characters. */
    TOO_SHORT,
    /** Too many characters. */
    TOO_LONG,
    /** A control character or an unpaired surrogate. */
    ILLEGAL_CHARACTER,
    /** No e-mail address. */
    INVALID_EMAIL,
    /** Not of the form of a slug. */
    INVALID_SLUG,
    /** A slug that nobody may have. */
    RESERVED_SLUG,
    /** No UUID where one is wanted. */
    INVALID_UUID,
    /** A word that is none of those allowed. */
    NOT_ALLOWED,
    /** A password that is widely used, or names its user or tenant. */
    WEAK_PASSWORD,
    /** A password that is known from a breach. */
    BREACHED_PASSWORD,

    /** Not the user's password. */
    WRONG_PASSWORD,

    /** Not the code that is wanted now. */
    WRONG_CODE,

    /** Not of the form that is wanted: a time zone that there is not, say. */
    MALFORMED,

    /** The repetition differs from what it repeats. */
    MISMATCH,
    /** Somebody else has it already. */
    TAKEN
}
