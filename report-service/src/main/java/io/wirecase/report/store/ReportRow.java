package io.wirecase.report.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report that was asked for: where it stands. Its bytes are in {@code report_body}. */
@Entity
@Table(name = "report")
public class ReportRow extends PanacheEntityBase {

    /** A report that waits for its captures or is being built. */
    public static final String WAITING = "WAITING";
    /** A report that can be fetched. */
    public static final String READY = "READY";
    /** A report that could not be built; {@link #failure} says why. */
    public static final String FAILED = "FAILED";

    @Id
    public UUID id;

    @Column(nullable = false)
    public Instant created;

    @Column(nullable = false)
    public String state;

    /** What was asked, as JSON (see {@code report.app}). */
    @Column(nullable = false)
    public byte[] request;

    @Column(name = "idempotency_key")
    public @Nullable String idempotencyKey;

    @Column
    public @Nullable String title;

    /** The name its files are saved under, without their ending, or null. */
    @Column(name = "file_name")
    public @Nullable String fileName;

    @Column
    public @Nullable Instant finished;

    /** What others are told once it is finished, as the event's JSON, or null before. */
    @Column
    public byte @Nullable [] announcement;

    /** When the broker had that, or null before. */
    @Column
    public @Nullable Instant announced;

    /** A problem (RFC 9457) as JSON, or null. */
    @Column
    public byte @Nullable [] failure;
}
