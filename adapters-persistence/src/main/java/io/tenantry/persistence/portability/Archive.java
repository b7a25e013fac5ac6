package io.tenantry.persistence.portability;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An archive that nobody vouches for. What it holds is read by names of ours alone, and bounded: by what it says of itself, by how
 * much a file of its size can unfold to, and entry by entry while it is read.
 */
final class Archive implements AutoCloseable {

    static final long MAX_BYTES = 64L << 30;

    /** Rows are seldom more alike than this; under {@link #ALWAYS_FINE} bytes it does not matter. */
    private static final int MAX_RATIO = 200;

    private static final long ALWAYS_FINE = 100L << 20;
    private static final int MAX_MANIFEST = 16 << 20;
    private static final int MAX_ENTRIES = 10_000;
    private static final Pattern ROWS = Pattern.compile("control/[a-z_]{1,40}\\.ndjson|tables/[0-9]{4}\\.copy");

    private final ZipFile zip;
    private final Manifest manifest;
    private final Map<String, Manifest.Entry> entries;

    private Archive(ZipFile zip, Manifest manifest, Map<String, Manifest.Entry> entries) {
        this.zip = zip;
        this.manifest = manifest;
        this.entries = entries;
    }

    /** @throws PortabilityRefused if it is no archive of ours, or not as it was made */
    static Archive open(Path file) throws IOException {
        ZipFile zip = zip(file);
        try {
            List<? extends ZipEntry> inside = inside(zip);
            Manifest manifest = manifest(zip);
            Archive archive = new Archive(zip, manifest, byName(manifest));
            archive.requireWhole(inside);
            archive.requireBounded(Files.size(file));
            return archive;
        } catch (RuntimeException | IOException refused) {
            zip.close();
            throw refused;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads all of it once, so that nothing is written of one that was spoilt. */
    void verify() throws IOException {
        for (Manifest.Entry entry : manifest.entries()) {
            try (InputStream rows = rows(entry.name())) {
                rows.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    Manifest.Entry entry(String name) {
        Manifest.Entry entry = entries.get(name);
        if (entry == null) {
            throw new PortabilityRefused("the archive lacks an entry that its manifest.json should name");
        }
        return entry;
    }

    /** The rows of an entry; whoever reads them to the end has verified them. */
    InputStream rows(String name) throws IOException {
        Manifest.Entry announced = entry(name);
        return new CheckedRows(zip.getInputStream(zip.getEntry(name)), announced);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static ZipFile zip(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new PortabilityRefused(file + " cannot be read");
        }
        try {
            return new ZipFile(file.toFile());
        } catch (IOException noZip) {
            throw new PortabilityRefused(file + " is no archive of a tenant, or was cut off", noZip);
        }
    }

    private static List<? extends ZipEntry> inside(ZipFile zip) {
        if (zip.size() > MAX_ENTRIES) {
            throw new PortabilityRefused("the archive has too many entries");
        }
        return Collections.list(zip.entries());
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new PortabilityRefused("the archive has no manifest.json: it is none of a tenant");
        }
        try (InputStream json = zip.getInputStream(entry)) {
            byte[] bytes = json.readNBytes(MAX_MANIFEST + 1);
            if (bytes.length > MAX_MANIFEST) {
                throw new PortabilityRefused("the archive's manifest.json is too long");
            }
            return Manifest.of(bytes);
        } catch (ZipException spoilt) {
            throw new PortabilityRefused("the archive's manifest.json was damaged", spoilt);
        }
    }

    private static Map<String, Manifest.Entry> byName(Manifest manifest) {
        Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
        for (Manifest.Entry entry : manifest.entries()) {
            if (!ROWS.matcher(entry.name()).matches() || entries.put(entry.name(), entry) != null) {
                throw new PortabilityRefused(
                        "the archive's manifest.json names an entry twice, or one that is none of ours");
            }
        }
        return entries;
    }

    /** What is inside, once each, is what the manifest names. */
    private void requireWhole(List<? extends ZipEntry> inside) {
        Set<String> names = new HashSet<>();
        inside.forEach(entry -> names.add(entry.getName()));
        Set<String> named = new HashSet<>(entries.keySet());
        named.add(Manifest.NAME);
        if (names.size() != inside.size() || !names.equals(named)) {
            throw new PortabilityRefused("what the archive holds is not what its manifest.json names");
        }
        for (ZipEntry entry : inside) {
            Manifest.Entry said = entries.get(entry.getName());
            if (said != null && entry.getSize() >= 0 && entry.getSize() != said.bytes()) {
                throw new PortabilityRefused("an entry of the archive is not as long as its manifest.json says");
            }
        }
    }

    private void requireBounded(long fileSize) {
        long all = 0;
        for (Manifest.Entry entry : manifest.entries()) {
            if (entry.bytes() > MAX_BYTES - all) {
                throw new PortabilityRefused("the archive unfolds to more than 64 GiB");
            }
            all += entry.bytes();
        }
        if (all > ALWAYS_FINE && all / MAX_RATIO > fileSize) {
            throw new PortabilityRefused("the archive unfolds to more than " + MAX_RATIO + " times its size");
        }
    }
}
