package io.tenantry.persistence.audit;

import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditChain.Break;
import io.tenantry.domain.audit.AuditChain.Reason;
import io.tenantry.persistence.audit.ChainRow.Ends;
import io.tenantry.persistence.audit.ChainRow.Link;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;

/** Goes along a chain, from where it is anchored to its head, and stops where it does not hold. Keeps one link at a time. */
final class ChainCheck {

    private long events;
    private long seq;
    private String digest;
    private Optional<Break> broken = Optional.empty();

    private ChainCheck(Ends ends) {
        this.seq = ends.anchorSeq();
        this.digest = ends.anchorDigest();
    }

    /** @param rows in the order of their place; none if the chain has lost its head */
    static AuditChain of(Iterator<ChainRow> rows, long unchained) {
        if (!rows.hasNext()) {
            return new AuditChain(0, unchained, Optional.of(new Break(1, Optional.empty(), Reason.MISSING)), "");
        }
        ChainRow first = rows.next();
        ChainCheck check = new ChainCheck(first.ends());
        first.link().ifPresent(check::pass);
        while (check.broken.isEmpty() && rows.hasNext()) {
            rows.next().link().ifPresent(check::pass);
        }
        return check.result(first.ends(), unchained);
    }

    private void pass(Link link) {
        broken = problemWith(link);
        if (broken.isEmpty()) {
            events++;
            seq = link.seq();
            digest = link.digest();
        }
    }

    private Optional<Break> problemWith(Link link) {
        if (link.seq() > seq + 1) {
            return Optional.of(new Break(seq + 1, Optional.empty(), Reason.MISSING));
        }
        boolean sound =
                link.seq() == seq + 1 && link.hasSoundDevice() && link.digest().equals(after(digest, link.event()));
        return sound ? Optional.empty() : Optional.of(changed(link));
    }

    private AuditChain result(Ends ends, long unchained) {
        return new AuditChain(events, unchained, broken.or(() -> problemAtHead(ends)), ends.digest());
    }

    /** The last one was taken out, or one was put behind it, or the head is not its. */
    private Optional<Break> problemAtHead(Ends ends) {
        if (ends.seq() > seq) {
            return Optional.of(new Break(seq + 1, Optional.empty(), Reason.MISSING));
        }
        boolean sound = ends.seq() == seq && ends.digest().equals(digest);
        return sound ? Optional.empty() : Optional.of(new Break(seq, Optional.empty(), Reason.CHANGED));
    }

    private static Break changed(Link link) {
        return new Break(link.seq(), Optional.of(link.id()), Reason.CHANGED);
    }

    private static String after(String before, CanonicalEvent event) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(CanonicalEvent.link(hex.parseHex(before), event.digest()));
    }
}
