package io.wirecase.report.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Reports asked for and reports made. */
@ApplicationScoped
public class ReportStore {

    private final EntityManager entities;

    ReportStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A report's bytes.
     *
     * @param mediaType its format
     * @param bytes the bytes
     * @param sha256 their SHA-256
     */
    public record Body(String mediaType, byte[] bytes, byte[] sha256) {}

    /**
     * What a report is called.
     *
     * @param title its title
     * @param fileName the name its files are saved under, without their ending
     */
    public record Named(String title, String fileName) {}

    /** Keeps a new report's request. */
    @Transactional
    public ReportRow create(UUID id, byte[] request, Optional<String> idempotencyKey, Instant now) {
        ReportRow row = new ReportRow();
        row.id = id;
        row.created = now;
        row.state = ReportRow.WAITING;
        row.request = request;
        row.idempotencyKey = idempotencyKey.orElse(null);
        entities.persist(row);
        return row;
    }

    /** A report by its id. */
    @Transactional
    public Optional<ReportRow> find(UUID id) {
        return ReportRow.findByIdOptional(id);
    }

    /** The report made for an idempotency key. */
    @Transactional
    public Optional<ReportRow> findByKey(String idempotencyKey) {
        return ReportRow.find("idempotencyKey", idempotencyKey).firstResultOptional();
    }

    /** The latest reports, newest first. */
    @Transactional
    public List<ReportRow> latest(int most) {
        return ReportRow.findAll(Sort.descending("created", "id")).page(0, most).list();
    }

    /** Reports that wait, oldest first. */
    @Transactional
    public List<ReportRow> waiting() {
        return ReportRow.list("state", Sort.ascending("created", "id"), ReportRow.WAITING);
    }

    /** A report's bytes in a format. */
    @Transactional
    public Optional<Body> body(UUID id, String mediaType) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT body, sha256 FROM report_body WHERE report_id = ?1 AND media_type = ?2")
                .setParameter(1, id)
                .setParameter(2, mediaType)
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            Object[] columns = (Object[]) row;
            return new Body(mediaType, (byte[]) columns[0], (byte[]) columns[1]);
        });
    }

    /** The SHA-256 of a report's bytes by media type, without the bytes. */
    @Transactional
    public Map<String, byte[]> digests(UUID id) {
        Map<String, byte[]> digests = new TreeMap<>();
        for (Object row : entities.createNativeQuery("SELECT media_type, sha256 FROM report_body WHERE report_id = ?1")
                .setParameter(1, id)
                .getResultList()) {
            Object[] columns = (Object[]) row;
            digests.put((String) columns[0], (byte[]) columns[1]);
        }
        return digests;
    }

    /**
     * Keeps a finished report's bytes by media type and what others are to be told of it, all or nothing; nothing
     * changes when it is finished already.
     */
    @Transactional
    public void finish(UUID id, Named named, Map<String, byte[]> bodies, byte[] announcement, Instant now) {
        int finished = ReportRow.update(
                "state = ?1, title = ?2, fileName = ?3, finished = ?4, announcement = ?5 where id = ?6 and state = ?7",
                ReportRow.READY,
                Columns.text(named.title()),
                named.fileName(),
                now,
                announcement,
                id,
                ReportRow.WAITING);
        if (finished == 0) {
            return;
        }
        for (Map.Entry<String, byte[]> body : bodies.entrySet()) {
            entities.createNativeQuery(
                            "INSERT INTO report_body (report_id, media_type, sha256, body) VALUES (?1, ?2, ?3, ?4)")
                    .setParameter(1, id)
                    .setParameter(2, body.getKey())
                    .setParameter(3, sha256(body.getValue()))
                    .setParameter(4, body.getValue())
                    .executeUpdate();
        }
    }

    /** Finished reports that others were not told of yet, oldest first. */
    @Transactional
    public List<ReportRow> unannounced() {
        return ReportRow.list("announcement is not null and announced is null", Sort.ascending("finished", "id"));
    }

    /** Notes that others were told of a report. */
    @Transactional
    public void announced(UUID id, Instant now) {
        ReportRow.update("announced = ?1 where id = ?2 and announced is null", now, id);
    }

    /** Ends a report with a problem; nothing changes when it is finished already. */
    @Transactional
    public void fail(UUID id, byte[] problem, Instant now) {
        ReportRow.update(
                "state = ?1, failure = ?2, finished = ?3 where id = ?4 and state = ?5",
                ReportRow.FAILED,
                problem,
                now,
                id,
                ReportRow.WAITING);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
