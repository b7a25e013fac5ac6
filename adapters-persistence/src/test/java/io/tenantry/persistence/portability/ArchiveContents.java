package io.tenantry.persistence.portability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What an archive holds, to be changed. */
record ArchiveContents(ObjectNode manifest, Map<String, byte[]> entries) {

    /** The archive, changed, in a file of its own. */
    static Path tampered(Path archive, Path folder, Consumer<ArchiveContents> tampering) throws IOException {
        ArchiveContents contents = read(archive);
        tampering.accept(contents);
        Path file = Files.createTempFile(folder, "tampered", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : contents.entries().entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(Json.bytes(contents.manifest()));
        }
        return file;
    }

    /** Changes an entry, and what the manifest says of it. */
    void replace(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        entries.put(name, bytes);
        ObjectNode said = said(name);
        said.put("sha256", HexFormat.of().formatHex(Sha256.digest().digest(bytes)));
        said.put("bytes", bytes.length);
        said.put("rows", Sha256.lineBreaks(bytes, 0, bytes.length));
    }

    /** Takes entries out, and what the manifest says of them. */
    void without(Set<String> names) {
        entries.keySet().removeAll(names);
        remove("entries", names);
    }

    /** As if the schema had been made before there was that script. */
    void withoutScript(String name) {
        remove("scripts", Set.of(name));
    }

    String text(String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    ObjectNode said(String name) {
        return StreamSupport.stream(manifest.withArray("entries").spliterator(), false)
                .map(ObjectNode.class::cast)
                .filter(entry -> entry.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void remove(String list, Set<String> names) {
        Iterator<JsonNode> said = manifest.withArray(list).iterator();
        while (said.hasNext()) {
            if (names.contains(said.next().path("name").asText())) {
                said.remove();
            }
        }
    }

    private static ArchiveContents read(Path archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (InputStream in = zip.getInputStream(entry)) {
                    in.transferTo(bytes);
                }
                entries.put(entry.getName(), bytes.toByteArray());
            }
        }
        ObjectNode manifest =
                (ObjectNode) Json.object(entries.remove(Manifest.NAME)).orElseThrow();
        return new ArchiveContents(manifest, entries);
    }
}
