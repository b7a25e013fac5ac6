package io.tenantry.domain.user;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.text.PlainText;
import java.util.Optional;

/**
 * A person's name, in the parts that were given: a full one, a first and a last one, or none.
 *
 * @param full always there; empty when nothing was given
 */
public record PersonName(Optional<String> first, Optional<String> last, String full) {

    /** Of a first or last name, in code points. */
    public static final int MAX_PART_LENGTH = 50;

    /** Of a full name, in code points. */
    public static final int MIN_FULL_LENGTH = 2;

    /** Of a full name, in code points. */
    public static final int MAX_FULL_LENGTH = 100;

    /** A person who has not said their name. */
    public static final PersonName NONE = new PersonName(Optional.empty(), Optional.empty(), "");

    /** From its two parts, either of which may be missing. */
    public static PersonName of(Optional<String> first, Optional<String> last) {
        Optional<String> trimmedFirst = given(first);
        Optional<String> trimmedLast = given(last);
        String full = PlainText.trim(trimmedFirst.orElse("") + " " + trimmedLast.orElse(""));
        return new PersonName(trimmedFirst, trimmedLast, full);
    }

    /** From a full name, which is kept as it is; what stands before its first space is taken for the first name. */
    public static PersonName ofFull(String typed) {
        String full = PlainText.trim(typed);
        int space = full.indexOf(' ');
        if (space < 0) {
            return new PersonName(given(Optional.of(full)), Optional.empty(), full);
        }
        return new PersonName(
                Optional.of(full.substring(0, space)), Optional.of(PlainText.trim(full.substring(space))), full);
    }

    /** With other parts. A full name is made of them anew, unless both stay as they are. */
    public PersonName changed(Change<String> otherFirst, Change<String> otherLast) {
        PersonName changed = of(otherFirst.applyTo(first), otherLast.applyTo(last));
        boolean same = changed.first.equals(first) && changed.last.equals(last);
        return same ? this : changed;
    }

    public static Optional<FieldProblem> problemWithPart(String typed) {
        return PlainText.problemWith(PlainText.trim(typed), 1, MAX_PART_LENGTH);
    }

    public static Optional<FieldProblem> problemWithFull(String typed) {
        return PlainText.problemWith(PlainText.trim(typed), MIN_FULL_LENGTH, MAX_FULL_LENGTH);
    }

    private static Optional<String> given(Optional<String> part) {
        return part.map(PlainText::trim).filter(trimmed -> !trimmed.isEmpty());
    }
}
