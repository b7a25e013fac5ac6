package io.tenantry.persistence.portability;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive, entry by entry, and notes of each its digest, its size and its rows. The manifest comes last. */
final class ArchiveWriter implements AutoCloseable {

    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    /** Writes the rows of an entry. */
    interface Rows {
        void writeTo(OutputStream out) throws IOException, SQLException;
    }

    ArchiveWriter(OutputStream file) {
        this.zip = new ZipOutputStream(file);
    }

    /** @param onRows hears of how many there are so far */
    void entry(String name, LongConsumer onRows, Rows rows) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(zip, onRows);
        rows.writeTo(counted);
        zip.closeEntry();
        entries.add(counted.entry(name));
    }

    List<Manifest.Entry> entries() {
        return List.copyOf(entries);
    }

    void manifest(byte[] json) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(json);
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Rows end with a line break, and hold none. */
    private static final class Counted extends FilterOutputStream {

        private final MessageDigest sha256 = Sha256.digest();
        private final LongConsumer onRows;
        private long bytes;
        private long rows;

        Counted(OutputStream out, LongConsumer onRows) {
            super(out);
            this.onRows = onRows;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            sha256.update(some, from, length);
            bytes += length;
            rows += Sha256.lineBreaks(some, from, length);
            onRows.accept(rows);
        }

        Manifest.Entry entry(String name) {
            return new Manifest.Entry(name, HexFormat.of().formatHex(sha256.digest()), bytes, rows);
        }
    }
}
