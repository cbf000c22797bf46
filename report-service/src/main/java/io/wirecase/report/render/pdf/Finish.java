package io.wirecase.report.render.pdf;

import io.wirecase.report.document.Cover;
import io.wirecase.report.document.Prose;
import io.wirecase.report.render.Rendering;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What a PDF holds beside its pages: who made what about what and when, and the report as JSON attached (ISO 32000-1,
 * 7.11.4; its relationship to the pages as of ISO 32000-2, 14.13). All of it comes from the report, the file's own
 * identifier too, so that the same report gives the same bytes.
 */
final class Finish {

    private static final String ATTACHED = "report.json";

    private Finish() {}

    static void apply(PDDocument pdf, Rendering rendering) throws IOException {
        Cover cover = rendering.document().cover();
        Optional<GregorianCalendar> made = time(cover.generatedAt());
        information(pdf, cover, made);
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        catalog.setLanguage("en");
        catalog.setPageMode(PageMode.USE_OUTLINES);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        attach(pdf, rendering.reportJson(), made);
        pdf.setDocumentId((long) cover.id().hashCode() << Integer.SIZE
                ^ cover.generatedAt().hashCode());
    }

    /** What the report is about, on one line. */
    static String subject(Cover cover) {
        return cover.scope().stream().map(Prose::text).collect(Collectors.joining(" "));
    }

    private static void information(PDDocument pdf, Cover cover, Optional<GregorianCalendar> made) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(cover.title());
        information.setAuthor(cover.product() + " " + cover.version());
        information.setCreator(cover.product() + " " + cover.version());
        information.setSubject(subject(cover));
        information.setCustomMetadataValue("ReportId", cover.id());
        made.ifPresent(time -> {
            information.setCreationDate(time);
            information.setModificationDate(time);
        });
        pdf.setDocumentInformation(information);
    }

    private static void attach(PDDocument pdf, byte[] json, Optional<GregorianCalendar> made) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(json.length);
        made.ifPresent(time -> {
            file.setCreationDate(time);
            file.setModDate(time);
        });
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(ATTACHED);
        specification.setFileUnicode(ATTACHED);
        specification.setFileDescription("The whole report as JSON");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Source");
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(ATTACHED, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        pdf.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification);
        pdf.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

    /** A document that does not say when it was made as RFC 3339 does gives no dates. */
    private static Optional<GregorianCalendar> time(String generatedAt) {
        try {
            return Optional.of(
                    GregorianCalendar.from(ZonedDateTime.ofInstant(Instant.parse(generatedAt), ZoneOffset.UTC)));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
