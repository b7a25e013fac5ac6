package io.tenantry.domain.webhook;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which events a webhook is told of.
 *
 * @param all whether of all there are, later ones too
 * @param types else of these
 */
public record EventChoice(boolean all, Set<EventType> types) {

    /** The word for all events. */
    public static final String EVERYTHING = "*";

    public static final EventChoice ALL = new EventChoice(true, Set.of());

    public EventChoice {
        types = Set.copyOf(types);
    }

    public static EventChoice of(EventType... types) {
        return new EventChoice(false, Set.of(types));
    }

    /** Of {@link #words()}. What a later version knows and this one does not is left out. */
    public static EventChoice ofWords(Collection<String> words) {
        if (words.contains(EVERYTHING)) {
            return ALL;
        }
        return new EventChoice(
                false,
                words.stream().flatMap(word -> EventType.ofWord(word).stream()).collect(Collectors.toSet()));
    }

    public boolean holds(EventType type) {
        return all || types.contains(type);
    }

    /** The words of the types in their order, or {@link #EVERYTHING} alone. */
    public List<String> words() {
        if (all) {
            return List.of(EVERYTHING);
        }
        EnumSet<EventType> ordered = EnumSet.noneOf(EventType.class);
        ordered.addAll(types);
        return ordered.stream().map(EventType::word).toList();
    }
}
