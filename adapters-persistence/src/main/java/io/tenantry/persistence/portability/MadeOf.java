package io.tenantry.persistence.portability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What tenants' schemas are made of here: the scripts of Tenantry, and the host's. */
final class MadeOf {

    private static final String SCRIPTS = """
            select name, checksum from (
                select 1 as kind, version as place, name, checksum from <control>.tenant_script
                union all
                select 2, ordinal, name, checksum from <control>.host_script
                union all
                select 3, 0, name, checksum from <control>.host_repeatable) script
             order by kind, place, name collate "C\"""";

    /** Scripts that only let in more than there was before: what an archive without them holds fits all the same. */
    private static final Set<String> WIDENING = Set.of("V004__audit_actor_api_key.sql");

    private MadeOf() {}

    static List<Manifest.Script> here(Handle handle) {
        return handle.createQuery(SCRIPTS)
                .map((row, context) -> new Manifest.Script(row.getString("name"), row.getString("checksum")))
                .list();
    }

    /** @throws PortabilityRefused naming each script in which the two differ */
    static void requireSame(List<Manifest.Script> archived, List<Manifest.Script> here) {
        List<String> differences = new ArrayList<>();
        Map<String, String> ours = checksums(here);
        Map<String, String> theirs = checksums(archived);
        theirs.forEach((name, checksum) -> {
            if (!ours.containsKey(name)) {
                differences.add("only the archive's has " + shown(name));
            } else if (!ours.get(name).equals(checksum)) {
                differences.add(shown(name) + " is another");
            }
        });
        ours.keySet().stream()
                .filter(name -> !theirs.containsKey(name) && !WIDENING.contains(name))
                .forEach(name -> differences.add("only this installation's has " + shown(name)));
        if (!differences.isEmpty()) {
            throw new PortabilityRefused("the archive's schema was made of other scripts than schemas are here ("
                    + String.join("; ", differences)
                    + "): bring both installations to the same version of Tenantry and of the"
                    + " host's migrations, and export again");
        }
    }

    private static Map<String, String> checksums(List<Manifest.Script> scripts) {
        return scripts.stream()
                .collect(Collectors.toMap(Manifest.Script::name, Manifest.Script::checksum, (one, other) -> other));
    }

    /** A name from an archive may hold anything. */
    private static String shown(String name) {
        return name.replaceAll("[^A-Za-z0-9_. -]", "?");
    }
}
