package io.wirecase.report.render;

import io.wirecase.report.document.Document;

/**
 * What is rendered.
 *
 * @param document the report
 * @param reportJson the same report as JSON in UTF-8, for formats that carry it along
 */
public record Rendering(Document document, byte[] reportJson) {}
